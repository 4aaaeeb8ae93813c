package eu.bekaa.standard.assurance.evidence;

import eu.bekaa.standard.assurance.evidence.PhraseList.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Reads the signals of a text, sentence by sentence. A phrase counts where it asserts something: not in a question,
/// not negated ("no exceptions"), and, when it speaks against a control, not in a mere possibility ("if an exception
/// is granted").
final class Signals {
    private static final int MAX_SENTENCE = 1_000;
    private static final int NEGATION_REACH = 4;
    private static final Map<Signal, PhraseList> LISTS = lists();
    private static final PhraseList NEGATION_BEFORE = PhraseList.load("negation_before.txt");
    private static final PhraseList NEGATION_AFTER = PhraseList.load("negation_after.txt");
    private static final List<Guard> HYPOTHETICAL =
            PhraseList.lines("hypothetical.txt").stream().map(Guard::parse).toList();

    /// A signal read in a text, without the place of the text.
    record Reading(Signal signal, String phrase, String sentence) {}

    /// A phrase that makes what follows a possibility.
    private record Guard(Phrase phrase, Place place) {
        enum Place {
            CLAUSE_START,
            DIRECTLY_BEFORE,
            ANYWHERE_BEFORE
        }

        static Guard parse(String line) {
            return switch (line.charAt(0)) {
                case '^' -> new Guard(Phrase.parse(line.substring(2)), Place.CLAUSE_START);
                case '+' -> new Guard(Phrase.parse(line.substring(2)), Place.DIRECTLY_BEFORE);
                default -> new Guard(Phrase.parse(line), Place.ANYWHERE_BEFORE);
            };
        }

        boolean covers(List<Token> before) {
            for (int at = 0; at < before.size(); at++) {
                int end = phrase.matchAt(before, at);
                if (end >= 0
                        && switch (place) {
                            case CLAUSE_START -> at == 0;
                            case DIRECTLY_BEFORE -> end == before.size();
                            case ANYWHERE_BEFORE -> true;
                        }) {
                    return true;
                }
            }
            return false;
        }
    }

    private Signals() {}

    /// The signals of a text: of each kind and sentence the first phrase, in the order of the text.
    static List<Reading> in(String text) {
        var readings = new ArrayList<Reading>();
        for (var sentence : Sentences.of(text)) {
            if (asks(sentence)) {
                continue;
            }
            var tokens = Token.of(sentence);
            LISTS.forEach((signal, list) -> list.in(tokens).stream()
                    .filter(span -> asserted(signal, tokens, span))
                    .findFirst()
                    .ifPresent(span -> readings.add(reading(signal, sentence, tokens, span))));
        }
        return readings;
    }

    private static boolean asks(String sentence) {
        return sentence.endsWith("?");
    }

    private static boolean asserted(Signal signal, List<Token> tokens, Span span) {
        var before = tokens.subList(clauseStart(tokens, span.start()), span.start());
        int near = span.start() - Math.min(before.size(), NEGATION_REACH);
        if (signal.adverse()) {
            return NEGATION_BEFORE.in(tokens.subList(near, span.start())).isEmpty()
                    && HYPOTHETICAL.stream().noneMatch(guard -> guard.covers(before));
        }
        if (!NEGATION_BEFORE.in(tokens.subList(near, span.end())).isEmpty()) {
            return false;
        }
        var after = tokens.subList(span.end(), clauseEnd(tokens, span.end()));
        return NEGATION_AFTER.in(after).stream().noneMatch(taken -> taken.start() == 0);
    }

    private static int clauseStart(List<Token> tokens, int at) {
        int start = at;
        while (start > 0 && !tokens.get(start).opens()) {
            start--;
        }
        return start;
    }

    private static int clauseEnd(List<Token> tokens, int at) {
        int end = at;
        while (end < tokens.size() && !tokens.get(end).opens()) {
            end++;
        }
        return end;
    }

    private static Reading reading(Signal signal, String sentence, List<Token> tokens, Span span) {
        int from = tokens.get(span.start()).start();
        int to = tokens.get(span.end() - 1).end();
        return new Reading(signal, sentence.substring(from, to), around(sentence, from, to));
    }

    /// The sentence, or of a very long one the whole words around the phrase.
    private static String around(String sentence, int from, int to) {
        if (sentence.length() <= MAX_SENTENCE) {
            return sentence;
        }
        int room = Math.max(0, MAX_SENTENCE - (to - from)) / 2;
        int start = from - room <= 0 ? 0 : Math.min(from, sentence.indexOf(' ', from - room) + 1);
        int end =
                to + room >= sentence.length() ? sentence.length() : Math.max(to, sentence.lastIndexOf(' ', to + room));
        return sentence.substring(start, end).strip();
    }

    private static Map<Signal, PhraseList> lists() {
        var lists = new EnumMap<Signal, PhraseList>(Signal.class);
        Arrays.stream(Signal.values()).forEach(signal -> lists.put(signal, PhraseList.load(signal.resource())));
        return lists;
    }
}
