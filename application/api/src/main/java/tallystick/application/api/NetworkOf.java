package tallystick.application.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import tallystick.kernel.ApplicationId;
import tallystick.kernel.PartyId;
import tallystick.kernel.Query;

/**
 * Who is connected with an applicant, and what is known of them. A shared device or account, or one application, is a strong
 * connection; a phone, an address or an employer alone is none.
 *
 * @param application under way: the sums are of others
 * @param jurisdiction whose applications are added up, since they are in its currency
 * @param at from when days are counted back
 */
public record NetworkOf(PartyId party, ApplicationId application, String jurisdiction, Instant at)
        implements Query<NetworkOf.Answer> {
    @Override
    public Class<Answer> answer() {
        return Answer.class;
    }

    /**
     * What is known.
     *
     * @param flags of the applicant
     * @param strong who is one strong connection away
     * @param frauds parties within two strong connections whose fraud is confirmed
     * @param cluster applicants of 60 days who share a phone, an e-mail address or an address, this one among them
     * @param linked the sum of other applications of 7 days that are one with this: of the household, for the same vehicle,
     *     or through the same dealer by somebody who shares anything
     */
    public record Answer(Set<PartyEvent.Flag> flags, List<PartyId> strong, int frauds, int cluster, BigDecimal linked) {
        public Answer {
            flags = Set.copyOf(flags);
            strong = List.copyOf(strong);
        }
    }
}
