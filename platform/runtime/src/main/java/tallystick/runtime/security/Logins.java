package tallystick.runtime.security;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Verifies name and password. The order matters: the limit of this user from this address comes before the cache, or
 * the cache would answer guesses at full speed; the limit of the address comes after it, so that somebody who is logged
 * in keeps working beside an attacker. No limit is by user alone: nobody can lock a user out from elsewhere.
 *
 * <p>An attempt counts before it waits for its turn, so that no address can fill the queue; and hashes are computed by few
 * threads of their own, because on the threads of requests they would keep everybody else from the processors.
 */
final class Logins {
    private static final int LONGEST = 1024;
    private static final LoginAnswer.Unknown WRONG = new LoginAnswer.Unknown(
            "Name and password do not match. Check both; passwords of built-in users are in users.properties.");

    private final Users users;
    private final ProcessKey key;
    private final LoginCache cache;
    private final Attempts ofUser;
    private final Attempts ofAddress;
    private final Semaphore turns;
    private final ExecutorService hashing;
    private final Duration turnWait;
    private final ConcurrentHashMap<ProcessKey.Fingerprint, FutureTask<LoginAnswer>> running =
            new ConcurrentHashMap<>();
    private final LongAdder hashed = new LongAdder();

    Logins(Users users, ProcessKey key, SecuritySettings.Logins limits, InstantSource clock) {
        this.users = users;
        this.key = key;
        cache = new LoginCache(limits.cacheLife(), clock);
        ofUser = new Attempts(limits.failures(), limits.failureEvery(), clock);
        ofAddress = new Attempts(limits.addressFailures(), limits.addressFailureEvery(), clock);
        turns = new Semaphore(limits.parallelHashes(), true);
        hashing = Executors.newFixedThreadPool(
                limits.parallelHashes(),
                Thread.ofPlatform().daemon().name("login-hash-", 0).factory());
        turnWait = limits.hashWait();
    }

    LoginAnswer verify(String name, String password, String address) {
        if (name.length() > LONGEST || password.length() > LONGEST) {
            return WRONG;
        }
        var wait = ofUser.wait(pair(name, address));
        if (wait.isPositive()) {
            return new LoginAnswer.TooMany(wait);
        }
        var user = users.find(name);
        var login = key.of(name, password);
        if (user != null && cache.knows(login, user)) {
            return new LoginAnswer.Known(user.caller());
        }
        return once(key.of(name, password, address), () -> slowly(user, name, password, login, address));
    }

    /** How many slow hashes were computed, cached logins have none. */
    long hashed() {
        return hashed.sum();
    }

    /** Equal logins that arrive together are verified once. */
    private LoginAnswer once(ProcessKey.Fingerprint attempt, Callable<LoginAnswer> work) {
        var mine = new FutureTask<>(work);
        var first = running.putIfAbsent(attempt, mine);
        if (first != null) {
            return await(first);
        }
        try {
            mine.run();
        } finally {
            running.remove(attempt);
        }
        return await(mine);
    }

    private LoginAnswer slowly(
            @Nullable User user, String name, String password, ProcessKey.Fingerprint login, String address)
            throws InterruptedException, ExecutionException {
        var wait = begin(pair(name, address), address);
        if (wait.isPositive()) {
            return new LoginAnswer.TooMany(wait);
        }
        if (!turns.tryAcquire(turnWait.toMillis(), TimeUnit.MILLISECONDS)) {
            forget(name, address);
            return new LoginAnswer.TooMany(Duration.ofSeconds(1));
        }
        try {
            if (!hashing.submit(() -> proven(user, name, password)).get()) {
                return WRONG;
            }
            forget(name, address);
            cache.add(login, Objects.requireNonNull(user));
            return new LoginAnswer.Known(user.caller());
        } finally {
            turns.release();
        }
    }

    private void forget(String name, String address) {
        ofUser.giveBack(pair(name, address));
        ofAddress.giveBack(address);
    }

    private Duration begin(String pair, String address) {
        var wait = ofUser.begin(pair);
        if (wait.isPositive()) {
            return wait;
        }
        wait = ofAddress.begin(address);
        if (wait.isPositive()) {
            ofUser.giveBack(pair);
        }
        return wait;
    }

    /** An unknown name is checked against somebody's hash all the same, always the same one, so it takes as long. */
    private boolean proven(@Nullable User user, String name, String password) {
        hashed.increment();
        if (user != null) {
            return user.secret().matches(password);
        }
        var all = new ArrayList<>(users.all());
        if (!all.isEmpty()) {
            all.get(key.of(name).below(all.size())).secret().matches(password);
        }
        return false;
    }

    private static String pair(String name, String address) {
        return address + " " + name;
    }

    private static LoginAnswer await(FutureTask<LoginAnswer> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new LoginAnswer.Unavailable("The server is stopping.", Duration.ofSeconds(5));
        } catch (ExecutionException e) {
            throw new IllegalStateException("A login could not be verified: " + e.getCause(), e);
        }
    }
}
