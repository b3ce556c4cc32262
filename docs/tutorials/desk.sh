# Little words for the rule desk: source it from the root of the project while the platform runs.
#   apply <name>            an application of a person of its own; prints the decision, remembers its audit as $<name>
#   upload <comment>        the files of $policy that differ from the shipped ones, for a set of the $kind; remembers it as $set
#   check, backtest         long work; prints how the set stands afterwards
#   approve, activate       by another person
#   replay <audit>          runs its decision again
address=${address:-http://localhost:8080}
users=${users:-data/users.properties}
today=${today:-$(date -u +%F)}
kind=${kind:-pricing}
shipped=rules/policies/src/main/resources/policies
policy=$(mktemp -d)
cp -r "$shipped/." "$policy"
keys=desk-$$-$(date +%s)-$RANDOM
step=0

password() { grep "^$1=" "$users" | cut -d= -f2-; }

member() { printf '%s' "$answer" | grep -o "\"$1\":\"[^\"]*\"" | head -1 | cut -d'"' -f4; }

# say <user> <method> <path> [body] [header]: asks, and keeps the answer.
say() {
    local user=$1 method=$2 path=$3 body=${4:-} header=${5:-X-Nothing: 1}
    step=$((step + 1))
    set -- -s -u "$user:$(password "$user")" -X "$method" -H 'Prefer: wait=30' -H "$header"
    [ "$method" = GET ] || set -- "$@" -H "Idempotency-Key: $keys-$step" -H 'Content-Type: application/json' --data-binary "@-"
    answer=$(printf '%s' "$body" | curl "$@" "$address/api/v1$path")
    case $answer in '{"type":"/problems/'*) member detail >&2 ;; esac
}

apply() {
    local person=$1 id app
    case $person in first) id=110105199003070033 ;; *) id=11010519900307005X ;; esac
    say officer POST /applications "$(sed "s/110105199003070025/$id/; s/13800138000/1390013800${#person}/" docs/walk/application.json)"
    app=$(member id)
    say officer POST "/applications/$app/submission" '{}'
    eval "$person=$(member audit)"
    say officer GET "/audits/$(member audit)"
    printf '%s at %s\n' "$(member outcome)" "$(member annualRate)"
}

quoted() { sed 's/\\/\\\\/g; s/"/\\"/g' "$1" | awk '{ printf "%s\\n", $0 }'; }

upload() {
    local path files=
    for path in $(cd "$policy" && find . -name '*.csv' | sed 's|^\./||' | sort); do
        cmp -s "$policy/$path" "$shipped/$path" || files="$files{\"path\":\"$path\",\"text\":\"$(quoted "$policy/$path")\"},"
    done
    say risk-author POST /rule-sets "{\"kind\":\"$kind\",\"comment\":\"$1\",\"files\":[${files%,}]}"
    set=$(member hash)
    member state
}

# The set as it stands, and the version that approval and activation name.
look() {
    say risk-author GET "/rule-sets/$set"
    version=$(printf '%s' "$answer" | grep -o '"version":[0-9]*}$' | grep -o '[0-9]*')
}

work() {
    say risk-author POST "/rule-sets/$set/$1" "$2"
    say risk-author GET "/operations/$(member id)"
    look
    member state
}

check() {
    work checks '{}'
    printf '%s' "$answer" | grep -o '"cases":{[^}]*}'
    printf '%s' "$answer" | grep -o '"text":"The case[^"]*"' | head -1
}

backtest() {
    work backtests "{\"from\":\"$today\",\"to\":\"$today\",\"sample\":\"1\"}"
    printf '%s' "$answer" | grep -o '"judged":[0-9]*,"flipped":[0-9]*'
    say risk-author GET "/rule-sets/$set/backtests/$(printf '%s' "$answer" | grep -o 'backtest-[0-9a-z]*' | head -1)"
    printf '%s' "$answer" | grep -o '"rates":{[^}]*}'
}

differences() {
    say risk-approver GET "/rule-sets/$set/diff"
    printf '%s\n' "$answer" | grep -o '{"sign":"[-+]","number":[0-9]*,"text":"[0-9][^"]*"}'
}

approve() {
    look
    say risk-approver POST "/rule-sets/$set/approval" "{\"hash\":\"$set\"}" "If-Match: \"$version\""
    printf '%s by %s\n' "$(member state)" "$(member approvedBy)"
}

activate() {
    look
    say risk-approver POST "/rule-sets/$set/activation" '{}' "If-Match: \"$version\""
    member state
}

replay() {
    say auditor POST "/audits/$1/decisions/1/replay" '{}'
    printf '%s\n' "$answer"
    say auditor GET "/audits/$1"
    printf '%s at %s\n' "$(member outcome)" "$(member annualRate)"
}
