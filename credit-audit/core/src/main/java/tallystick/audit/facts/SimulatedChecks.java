package tallystick.audit.facts;

import java.util.Map;

/** Registries and lists that find nothing wrong, for laptops and demos. */
public final class SimulatedChecks {
    private SimulatedChecks() {}

    /** The identity registry, the face check and the bank account's owner. */
    public static final class Identity extends Simulated {
        public Identity() {
            super("identity");
        }

        @Override
        Map<String, String> facts(Subject subject) {
            return Map.of(
                    "idv.nameIdMatch", "YES",
                    "idv.faceScore", "0.97",
                    "idv.documentDaysLeft", "900",
                    "account.ownerMatch", "YES",
                    "applicant.legalStatus", "NONE",
                    "applicant.student", "NO",
                    "residence.status", "CITIZEN");
        }
    }

    /** Sanctions and fraud lists, the device and the documents. */
    public static final class Screening extends Simulated {
        public Screening() {
            super("screening");
        }

        @Override
        Map<String, String> facts(Subject subject) {
            return Map.of(
                    "screen.openHits", "0",
                    "fraud.listed", "NO",
                    "device.applicants30d", "1",
                    "device.flags", "NONE",
                    "document.tamperScore", "0",
                    "document.mismatches", "0");
        }
    }

    /** The employer's word about income and job. */
    public static final class Income extends Simulated {
        public Income() {
            super("income");
        }

        @Override
        Map<String, String> facts(Subject subject) {
            return Map.of(
                    "income.statedToVerified", "1",
                    "employment.months", "36",
                    "employment.verified", "YES",
                    "coapplicant.worst", "NONE");
        }
    }

    /** The vehicle registry; asked about car loans only. */
    public static final class Vehicles extends Simulated {
        public Vehicles() {
            super("vehicle");
        }

        @Override
        Map<String, String> facts(Subject subject) {
            if (!subject.product().equals("CAR")) {
                return Map.of();
            }
            return Map.of(
                    "vehicle.electric", subject.stated().getOrDefault("vehicle.electric", "NO"),
                    "vehicle.odometerFell", "NO",
                    "vehicle.damage", "NONE",
                    "vehicle.vin", "OK",
                    "vehicle.lien", "NONE",
                    "vehicle.use", "PRIVATE",
                    "vehicle.valuationSpread", "0.03",
                    "vehicle.valuationAgeDays", "0",
                    "vehicle.transfers12m", "0");
        }
    }
}
