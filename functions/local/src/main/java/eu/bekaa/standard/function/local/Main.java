package eu.bekaa.standard.function.local;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/// Starts the local platform and keeps it running until it is told to stop.
public final class Main {
    private Main() {}

    /// @param arguments `--with-parent`: end when the process that started this one ends
    public static void main(String[] arguments) {
        var console = Console.standard();
        try {
            var settings = Settings.of(System.getenv());
            var home = Home.take(settings.home());
            // before the first logger is made
            System.setProperty("standard.logs", home.logs().toString());
            System.setProperty("pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off");
            run(settings, home, console, Arrays.asList(arguments).contains("--with-parent"));
        } catch (StartFailure failure) {
            System.err.println(failure.sentence());
            System.exit(1);
        } catch (Exception failure) {
            LocalLog.startFailed(failure);
            System.err.println("Standard did not start: " + failure.getMessage() + " Details are in the log.");
            System.exit(1);
        }
    }

    private static void run(Settings settings, Home home, Console console, boolean withParent)
            throws InterruptedException {
        var teardown = new Teardown();
        teardown.add(home);
        Runtime.getRuntime().addShutdownHook(new Thread(teardown::close, "stop"));
        if (withParent) {
            ProcessHandle.current().parent().ifPresent(Main::endWith);
        }
        var platform = Platform.start(settings, home, teardown, console);
        console.ready(platform, home);
        platform.demo().ifPresent(organization -> new DemoRun(platform, organization, console).start());
        new CountDownLatch(1).await();
    }

    /// A parent that is killed cannot pass its signal on.
    private static void endWith(ProcessHandle parent) {
        Thread.ofVirtual().start(() -> {
            parent.onExit().join();
            System.exit(0);
        });
    }
}
