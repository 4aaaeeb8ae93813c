package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.knowledge.document.DocumentStore.Stored;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Removes what a crash between storing and registering has left: objects that are no document's.
@Singleton
public class StorageSweep {
    private static final Pattern KEY =
            Pattern.compile("tenants/([0-9a-f-]{36})/assessments/[0-9a-f-]{36}/documents/.+");
    /// Long after any upload that is still under way.
    private static final Duration SETTLED = Duration.ofHours(24);

    private final DocumentStore store;
    private final DocumentRows rows;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    StorageSweep(DocumentStore store, DocumentRows rows, Transactions transactions, Ids ids, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /// @return how many objects were removed
    public int sweep() {
        int removed = 0;
        String next = null;
        do {
            var page = store.list("tenants/", next);
            var settled = page.objects().stream()
                    .filter(object -> object.at().isBefore(clock.instant().minus(SETTLED)))
                    .map(Stored::key)
                    .filter(key -> KEY.matcher(key).matches())
                    .collect(Collectors.groupingBy(StorageSweep::organization));
            for (var ofOne : settled.entrySet()) {
                removed += removeUnknown(ofOne.getKey(), ofOne.getValue());
            }
            next = page.next();
        } while (next != null);
        return removed;
    }

    private int removeUnknown(UUID organization, List<String> keys) {
        var worker = new Actor.Worker(ids.next(), "storage-sweep");
        var caller = new Caller(organization, worker, Set.of(), "storage-sweep", null, null);
        var known = new HashSet<>(transactions.read(caller, () -> rows.knownKeys(organization, keys)));
        var unknown = keys.stream().filter(key -> !known.contains(key)).toList();
        unknown.forEach(store::delete);
        return unknown.size();
    }

    private static UUID organization(String key) {
        var parts = KEY.matcher(key);
        return parts.matches() ? UUID.fromString(parts.group(1)) : Caller.PLATFORM;
    }
}
