package eu.bekaa.standard.platform.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The Merkle tree over record hashes, by the definitions of RFC 6962 §2.1: leaf = SHA-256(0 ‖ hash),
/// node = SHA-256(1 ‖ left ‖ right), split at the largest power of two below the size.
final class MerkleTree {
    private final List<byte[]> leaves;

    /// @param recordHashes in hex, at least one
    MerkleTree(List<String> recordHashes) {
        leaves = recordHashes.stream()
                .map(hash -> digest((byte) 0, HexFormat.of().parseHex(hash), new byte[0]))
                .toList();
    }

    /// In hex.
    String root() {
        return HexFormat.of().formatHex(root(0, leaves.size()));
    }

    /// The siblings on the way from a leaf to the root, nearest first, in hex.
    /// @param index 0 for the first record
    List<String> path(int index) {
        var path = new ArrayList<String>();
        path(index, 0, leaves.size(), path);
        return path;
    }

    private void path(int index, int from, int to, List<String> path) {
        if (to - from == 1) {
            return;
        }
        var split = from + split(to - from);
        if (index < split) {
            path(index, from, split, path);
            path.add(HexFormat.of().formatHex(root(split, to)));
        } else {
            path(index, split, to, path);
            path.add(HexFormat.of().formatHex(root(from, split)));
        }
    }

    private byte[] root(int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        var split = from + split(to - from);
        return digest((byte) 1, root(from, split), root(split, to));
    }

    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static byte[] digest(byte kind, byte[] left, byte[] right) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(kind);
            sha.update(left);
            return sha.digest(right);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
