package tallystick.bank.iso20022;

/** What a bank writes. */
final class Written {
    private static final String DOCUMENT = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:%s\">%s</Document>";

    private Written() {}

    /** @param content from the status of the whole file on */
    static String status(String id, String original, String content) {
        return DOCUMENT.formatted("pain.002.001.10", """
            <CstmrPmtStsRpt><GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-01-05T02:03:04Z</CreDtTm></GrpHdr>
            <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>%s</CstmrPmtStsRpt>
            """.formatted(id, original, content));
    }

    static String whole(String status) {
        return "<GrpSts>%s</GrpSts><StsRsnInf><Rsn><Cd>AM05</Cd></Rsn></StsRsnInf></OrgnlGrpInfAndSts>"
                .formatted(status);
    }

    static String block(String id, String payments) {
        return "</OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId>%s</OrgnlPmtInfAndSts>"
                .formatted(id, payments);
    }

    static String payment(String endToEnd, String status, String amount) {
        return """
            <TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts><AcctSvcrRef>B-%s</AcctSvcrRef>
            <OrgnlTxRef><Amt><InstdAmt Ccy="CNY">%s</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>
            """.formatted(endToEnd, status, endToEnd, amount);
    }

    static String statement(int number, String day, String opening, String closing, String entries) {
        return statement(FileBank.ACCOUNT, number, day, opening, closing, entries);
    }

    static String statement(String account, int number, String day, String opening, String closing, String entries) {
        return DOCUMENT.formatted("camt.053.001.08", """
            <BkToCstmrStmt><GrpHdr><MsgId>M-%d</MsgId></GrpHdr><Stmt><Id>ST-%d</Id><ElctrncSeqNb>%d</ElctrncSeqNb>
            <Acct><Id><Othr><Id>%s</Id></Othr></Id></Acct>%s%s%s</Stmt></BkToCstmrStmt>
            """.formatted(
                        number,
                        number,
                        number,
                        account,
                        balance("OPBD", day, opening),
                        balance("CLBD", day, closing),
                        entries));
    }

    /** By a bank that does not number its statements. */
    static String statement(String id, String day, String opening, String closing, String entries) {
        var all = statement(0, day, opening, closing, entries);
        return all.replace("ST-0", id).replace("<ElctrncSeqNb>0</ElctrncSeqNb>", "");
    }

    private static String balance(String code, String day, String amount) {
        return """
            <Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>
            <Dt><Dt>%s</Dt></Dt></Bal>
            """.formatted(code, amount, day);
    }

    static String notice(String entries) {
        return DOCUMENT.formatted("camt.054.001.08", """
            <BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>N-1</MsgId></GrpHdr><Ntfctn><Id>N-1</Id>
            <Acct><Id><Othr><Id>%s</Id></Othr></Id></Acct>%s</Ntfctn></BkToCstmrDbtCdtNtfctn>
            """.formatted(FileBank.ACCOUNT, entries));
    }

    static String entry(String reference, String amount, String sign, String details) {
        return """
            <Ntry><Amt Ccy="CNY">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-01-05</Dt></BookgDt>
            <ValDt><Dt>2026-01-05</Dt></ValDt><AcctSvcrRef>%s</AcctSvcrRef><NtryDtls><TxDtls>%s</TxDtls></NtryDtls></Ntry>
            """.formatted(amount, sign, reference, details);
    }

    static String of(String endToEnd) {
        return "<Refs><EndToEndId>%s</EndToEndId></Refs>".formatted(endToEnd);
    }
}
