# The little word call, for the walk: source it from the root of the project while the platform runs.
#   call <user> <method> <path below /api/v1> [body or @file]
# It prints the answer and remembers what the next call needs: app, party, audit, loan, hash, document, installment.
# Another address, users' file or series of keys: set address, users or walk before.
address=${address:-http://localhost:8080}
users=${users:-data/users.properties}
today=${today:-$(TZ=Asia/Shanghai date +%F)}
walk=${walk:-walk-1}
step=0

password() { grep "^$1=" "$users" | cut -d= -f2-; }

member() { printf '%s' "$answer" | grep -o "\"$1\":\"[^\"]*\"" | head -1 | cut -d'"' -f4; }

remember() {
    local found
    found=$(member "$2")
    [ -z "$found" ] || eval "$1=\$found"
}

call() {
    local user=$1 method=$2 path=$3 body=${4:-}
    step=$((step + 1))
    set -- -s -u "$user:$(password "$user")" -X "$method" -H 'Prefer: wait=20'
    [ "$method" = GET ] || set -- "$@" -H "Idempotency-Key: $walk-$step" -H 'Content-Type: application/json' -d "$body"
    answer=$(curl "$@" "$address/api/v1$path")
    case $path in */signature | */acceptance) ;; *) printf '%s\n' "$answer" ;; esac
    case $path in
        /applications) remember app id ;;
        */submission) remember party party; remember audit audit ;;
        */offers/1) remember hash hash ;;
        */contract) remember document document ;;
        */schedule) remember installment total ;;
        */acceptance) printf '%s\n' "$answer" ;;
        */signature)
            # The bank pays now; its signed callback moves the loan on.
            answer=$(curl -s -u "$user:$(password "$user")" -H 'Prefer: wait=20' "$address/api/v1/applications/$app")
            remember loan loan
            printf '%s\n' "$answer"
            ;;
    esac
}
