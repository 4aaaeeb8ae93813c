package eu.bekaa.standard.platform.webhook;

import eu.bekaa.standard.kernel.Word;

/// What became of a delivery (STD-151).
public enum DeliveryStatus {
    PENDING,
    RETRYING,
    DELIVERED,
    FAILED;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
