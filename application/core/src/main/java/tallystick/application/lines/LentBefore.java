package tallystick.application.lines;

import java.math.BigDecimal;
import java.util.Currency;
import org.springframework.jdbc.core.simple.JdbcClient;
import tallystick.kernel.BankId;
import tallystick.kernel.Money;

/**
 * What a bank has lent together with others before there was a line that counts it, and has not got back. Follows from what
 * has been read of placements: what was missing at one look is there at the next.
 */
public final class LentBefore {
    private final JdbcClient database;

    LentBefore(JdbcClient database) {
        this.database = database;
    }

    public Money outstanding(BankId bank, Currency currency) {
        return new Money(
                currency,
                database.sql("""
                    select coalesce(sum(r.amount - coalesce(
                               trunc(greatest(least(coalesce(b.principal, 0), t.amount), 0) * r.amount / t.amount, :digits), 0)), 0)
                      from application.placements_v1 p
                      cross join lateral jsonb_array_elements(p.shares) s
                      join application.reservations_v1 r
                        on r.application = p.application and r.placement = p.nr and r.line = s ->> 'fundingLine'
                      left join application.party_applications_v1 a on a.application = r.application and a.role = 'APPLICANT'
                      left join application.repaid_v1 b on b.loan = a.loan
                      left join lateral (select sum(one.amount) as amount
                                           from application.reservations_v1 one
                                           join application.funding_lines_v1 l on l.id = one.line
                                          where one.application = r.application and one.state = 'CONFIRMED'
                                            and l.kind <> 'EXPOSURE') t on true
                     where p.shares is not null
                       and jsonb_path_exists(p.shares, '$[*] ? (!exists (@.exposure) || @.exposure == null)')
                       and s ->> 'bank' = :bank and s ->> 'exposure' is null
                       and r.state in ('RESERVED', 'CONFIRMED') and r.currency = :currency
                    """)
                        .param("digits", currency.getDefaultFractionDigits())
                        .param("bank", bank.value())
                        .param("currency", currency.getCurrencyCode())
                        .query(BigDecimal.class)
                        .single());
    }
}
