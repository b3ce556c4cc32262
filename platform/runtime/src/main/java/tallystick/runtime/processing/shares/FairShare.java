package tallystick.runtime.processing.shares;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.pooled.MaxSegmentProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import tallystick.runtime.processing.GroupName;
import tallystick.runtime.processing.NodeName;
import tallystick.runtime.processing.shares.Nodes.Node;

/**
 * How many segments of a group this node may claim: an equal part, the rest going to the first nodes of a turn that
 * begins elsewhere for each group. So no node is idle while another has two, and none collects the rest of every group.
 * The processors ask whenever they look for segments, and release what is too much.
 */
public final class FairShare implements MaxSegmentProvider {
    private static final Logger LOG = LoggerFactory.getLogger(FairShare.class);

    private final Nodes nodes;
    private final NodeName self;
    private final Map<String, Integer> segments = new ConcurrentHashMap<>();
    private volatile List<Node> live = List.of();

    public FairShare(Nodes nodes, NodeName self) {
        this.nodes = nodes;
        this.self = self;
    }

    /** Says which groups this node works for; before the first beat. */
    public void join(GroupName group, int segmentCount) {
        segments.put(group.text(), segmentCount);
    }

    /** Once per heartbeat. When the database is away the last known nodes stay, and so do the claims. */
    public void beat() {
        try {
            nodes.beat(segments.keySet().stream().map(GroupName::new).toList());
            live = nodes.live();
        } catch (DataAccessException e) {
            LOG.warn("Could not tell the other nodes that this one lives: {}", e.getMessage());
        }
    }

    public void leave() {
        try {
            nodes.leave();
        } catch (DataAccessException e) {
            LOG.info("Could not sign off; the others will notice by the missing heartbeat: {}", e.getMessage());
        }
    }

    @Override
    public int getMaxSegments(String group) {
        var all = segments.getOrDefault(group, 0);
        var sharing = live.stream()
                .filter(n -> n.groups().contains(group))
                .map(Node::name)
                .toList();
        var rank = sharing.indexOf(self.text());
        return rank < 0 ? all : share(all, sharing.size(), rank, group.hashCode());
    }

    static int share(int segments, int nodes, int rank, int turn) {
        var place = Math.floorMod(rank - turn, nodes);
        return segments / nodes + (place < segments % nodes ? 1 : 0);
    }
}
