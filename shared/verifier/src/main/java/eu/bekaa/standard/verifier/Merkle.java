package eu.bekaa.standard.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/// The Merkle tree over record hashes (RFC 6962 §2.1): leaf = SHA-256(0 ‖ hash), node = SHA-256(1 ‖ left ‖ right).
public final class Merkle {
    private final Deque<Node> frontier = new ArrayDeque<>();

    private record Node(int height, byte[] hash) {}

    /// Adds a record's hash, in hex, as the next leaf.
    public void add(String recordHash) {
        var node = new Node(0, digest((byte) 0, HexFormat.of().parseHex(recordHash), new byte[0]));
        while (!frontier.isEmpty() && frontier.peek().height() == node.height()) {
            var left = frontier.pop();
            node = new Node(node.height() + 1, digest((byte) 1, left.hash(), node.hash()));
        }
        frontier.push(node);
    }

    /// The root over all leaves so far, in hex; of no leaves the hash of nothing.
    public String root() {
        byte[] root = new byte[0];
        for (var node : frontier) {
            root = root.length == 0 ? node.hash() : digest((byte) 1, node.hash(), root);
        }
        return HexFormat.of().formatHex(root.length == 0 ? sha256().digest() : root);
    }

    /// The root that follows from a record's hash, its place and its inclusion proof (RFC 9162 §2.1.3.2).
    /// @param index 0 for the first record
    /// @throws IllegalArgumentException when the path does not fit the tree
    public static String rootFrom(String recordHash, long index, long size, List<String> path) {
        var at = index;
        var last = size - 1;
        var hash = digest((byte) 0, HexFormat.of().parseHex(recordHash), new byte[0]);
        for (var step : path) {
            var sibling = HexFormat.of().parseHex(step);
            if (last == 0) {
                throw new IllegalArgumentException("the path is too long");
            }
            if (at % 2 == 1 || at == last) {
                hash = digest((byte) 1, sibling, hash);
                while (at % 2 == 0 && at != 0) {
                    at /= 2;
                    last /= 2;
                }
            } else {
                hash = digest((byte) 1, hash, sibling);
            }
            at /= 2;
            last /= 2;
        }
        if (last != 0) {
            throw new IllegalArgumentException("the path is too short");
        }
        return HexFormat.of().formatHex(hash);
    }

    static byte[] digest(byte kind, byte[] left, byte[] right) {
        var sha = sha256();
        sha.update(kind);
        sha.update(left);
        return sha.digest(right);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
