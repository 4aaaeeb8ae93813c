package eu.bekaa.standard.testing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes a part when it is first asked for. Not by a class's initializer: virtual threads that wait for one hold their
/// carriers, which the servers made here need themselves.
final class Once<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        var present = made;
        if (present == null) {
            present = maker.get();
            made = present;
        }
        return present;
    }
}
