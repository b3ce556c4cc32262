package tallystick.audit.rulesets;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tallystick.audit.api.RuleDeskId;
import tallystick.audit.api.RuleSetCommand.DraftRuleSet;
import tallystick.kernel.Ids;
import tallystick.rules.RuleFiles;
import tallystick.rules.RuleKind;
import tallystick.runtime.decide.Commands;
import tallystick.runtime.decide.Origin;
import tallystick.runtime.operations.Operations;

/**
 * Watches a folder of rule files, usually a clone under git: changed content becomes a draft of its kind, and its checks are
 * run.
 */
final class RuleFolder implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RuleFolder.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final String AUTHOR = "folder";

    private final Path folder;
    private final Library library;
    private final Desks desks;
    private final Commands commands;
    private final Operations operations;
    private final InstantSource clock;
    private volatile boolean running;
    private String seen = "";

    RuleFolder(
            Path folder, Library library, Desks desks, Commands commands, Operations operations, InstantSource clock) {
        this.folder = folder;
        this.library = library;
        this.desks = desks;
        this.commands = commands;
        this.operations = operations;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("rules-folder").daemon().start(this::watch);
    }

    private void watch() {
        try {
            while (running) {
                Thread.sleep(EVERY);
                look();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            var files = RuleFiles.fromFolder(folder);
            if (!files.hash().equals(seen)) {
                Stream.of(RuleKind.values()).forEach(kind -> draft(kind, files.about(kind)));
                seen = files.hash();
            }
        } catch (RuntimeException unreadable) {
            if (running) {
                LOG.warn(
                        "The rule files in {} could not become a draft; the next look tries again.",
                        folder,
                        unreadable);
            }
        }
    }

    /** The same content on several nodes, or again after a restart, is the same set and the same work. */
    private void draft(RuleKind kind, RuleFiles files) {
        if (!files.haveRules() || desks.find(files.hash()).isPresent()) {
            return;
        }
        library.keep(kind, files);
        commands.send(
                new DraftRuleSet(
                        RuleDeskId.of(kind.text()),
                        files.hash(),
                        desks.live(kind),
                        "changed in the folder",
                        AUTHOR,
                        clock.instant()),
                Origin.of(AUTHOR));
        operations.start(
                Ids.derived("op", AUTHOR, files.hash()), RuleChecks.TYPE, kind.text() + " " + files.hash(), AUTHOR);
        LOG.info("The {} rules in {} are draft {} now.", kind.text(), folder, files.hash());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
