package dev.goodgate.logs.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What one task reads.
final class Load implements Serializable {
    private static final long serialVersionUID = 1;

    private final Piece[] pieces;

    private Load(List<Piece> pieces) {
        this.pieces = pieces.toArray(Piece[]::new);
    }

    /// Divides pieces, in their order, into loads of about so many octets and at most so many
    /// pieces.
    static List<Load> of(List<Piece> pieces, long octets, int most) {
        List<Load> loads = new ArrayList<>();
        List<Piece> next = new ArrayList<>();
        long sum = 0;
        for (Piece piece : pieces) {
            if (!next.isEmpty() && (sum + piece.octets() > octets || next.size() == most)) {
                loads.add(new Load(next));
                next.clear();
                sum = 0;
            }
            next.add(piece);
            sum += piece.octets();
        }
        if (!next.isEmpty()) loads.add(new Load(next));
        return loads;
    }

    List<Piece> pieces() {
        return Arrays.asList(pieces);
    }
}
