package tallystick.audit.reviews;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tallystick.audit.api.ReviewCommand;
import tallystick.audit.api.ReviewEvent;
import tallystick.runtime.decide.Decider;

/** Connects reviews to the machine. */
final class Reviews implements Decider<ReviewCommand, ReviewEvent, Review> {
    @Override
    public String kind() {
        return "review";
    }

    @Override
    public Class<ReviewCommand> commands() {
        return ReviewCommand.class;
    }

    @Override
    public Class<ReviewEvent> events() {
        return ReviewEvent.class;
    }

    @Override
    public Class<Review> states() {
        return Review.class;
    }

    @Override
    public List<ReviewEvent> decide(ReviewCommand command, @Nullable Review state) {
        return Review.decide(command, state);
    }

    @Override
    public Review after(@Nullable Review state, ReviewEvent event) {
        return Review.after(state, event);
    }
}
