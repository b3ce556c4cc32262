package tallystick.runtime.sealing;

import tallystick.kernel.Sealed.Purpose;

/** Which keys: those of a subject for a purpose. */
record KeyName(String subject, Purpose purpose) {
    /** What binds a wrapped key to its row, so that rows cannot be exchanged. */
    byte[] wrapping(int epoch) {
        return Gcm.context("tallystick-data-key", subject, purpose.name(), Integer.toString(epoch));
    }

    /** What binds a cipher text to its place, so that it cannot be moved to another subject or field. */
    byte[] sealing(int epoch, String field) {
        return Gcm.context("tallystick-sealed", subject, purpose.name(), Integer.toString(epoch), field);
    }
}
