package tallystick.runtime.web.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.regex.Pattern;
import tallystick.kernel.Id;
import tallystick.kernel.Money;
import tallystick.kernel.Rate;
import tallystick.runtime.web.Words;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The kernel's types and decimals as JSON: always strings, never numbers, so that nobody's parser rounds them. */
final class KernelModule extends SimpleModule {
    private static final long serialVersionUID = 1;

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final Pattern DATE = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INSTANT =
            Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,18}(Z|[+-][0-9:]{2,6})");

    KernelModule() {
        super("tallystick-kernel");
        open(
                BigDecimal.class,
                "a decimal as a text such as \"0.25\"",
                text -> new BigDecimal(matching(DECIMAL, text)),
                BigDecimal::toPlainString);
        open(
                Rate.class,
                "a yearly rate as a text such as \"0.0725\"",
                Rate::of,
                rate -> rate.perYear().toPlainString());
        text(LocalDate.class, "a date such as \"2026-03-31\"", KernelModule::date, LocalDate::toString);
        text(Instant.class, "an instant such as \"2026-03-31T10:15:30Z\"", KernelModule::instant, Instant::toString);
        addDeserializer(Money.class, new MoneyReader());
        addSerializer(Money.class, new MoneyWriter());
        addSerializer(Id.class, new TextWriter<>(Id.class, Id::value));
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new IdReaders());
    }

    /** Of the years people write, 0001 to 9999: what lies beyond, no calendar and no database takes. */
    static LocalDate date(String text) {
        return LocalDate.parse(matching(DATE, text));
    }

    static Instant instant(String text) {
        return OffsetDateTime.parse(matching(INSTANT, text)).toInstant();
    }

    /** A value that is nobody's secret: what was found instead is shown. */
    private <T> void open(Class<T> type, String form, Function<String, T> read, Function<T, String> write) {
        addDeserializer(type, new TextReader<>(type, form, true, read));
        addSerializer(type, new TextWriter<>(type, write));
    }

    /** A value that may be somebody's, such as a date of birth. */
    private <T> void text(Class<T> type, String form, Function<String, T> read, Function<T, String> write) {
        addDeserializer(type, new TextReader<>(type, form, false, read));
        addSerializer(type, new TextWriter<>(type, write));
    }

    private static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("Expected text of the form " + pattern + ".");
        }
        return text;
    }

    /** Reads a value from a string, and from nothing else. */
    static final class TextReader<T> extends StdDeserializer<T> {
        private final String form;
        private final boolean open;
        private final Function<String, T> read;

        /** @param open whether a text that is none of them may be shown */
        TextReader(Class<T> type, String form, boolean open, Function<String, T> read) {
            super(type);
            this.form = form;
            this.open = open;
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw Misfit.at(Misfit.pointer(parser), form, Misfit.kind(parser));
            }
            try {
                return read.apply(parser.getString());
            } catch (IllegalArgumentException | DateTimeParseException wrong) {
                throw Misfit.at(
                        Misfit.pointer(parser),
                        form,
                        open ? Words.shown(parser.getString()) : "a text of another form");
            }
        }
    }

    static final class TextWriter<T> extends StdSerializer<T> {
        private final Function<T, String> write;

        TextWriter(Class<T> type, Function<T, String> write) {
            super(type);
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeString(write.apply(value));
        }
    }
}
