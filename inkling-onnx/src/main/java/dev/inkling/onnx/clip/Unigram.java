package dev.inkling.onnx.clip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A unigram language model over pieces of words (Kudo 2018), as SentencePiece makes them and SigLIP uses them: a text is
 * cut where the logarithms of the pieces' probabilities add up to the most. Spaces are marks at the start of words.
 */
final class Unigram implements TokenModel {
    /** By how much an unknown character is less likely than the rarest piece, in SentencePiece. */
    private static final double PENALTY = 10;

    /** @param score logarithm of the probability */
    record Piece(long token, double score) {}

    private final Map<String, Piece> pieces;
    private final Piece unknown;
    private final String mark;
    private final int longest;

    /**
     * @param pieces       by their characters
     * @param unknownToken of characters in no piece
     * @param mark         what stands for a space, and before the first word
     */
    Unigram(Map<String, Piece> pieces, long unknownToken, String mark) {
        this.pieces = pieces;
        this.mark = mark;
        double least = pieces.values().stream().mapToDouble(Piece::score).min().orElse(0);
        this.unknown = new Piece(unknownToken, least - PENALTY);
        this.longest = pieces.keySet().stream().mapToInt(String::length).max().orElse(1);
    }

    @Override
    public List<Long> tokens(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        String marked = text.replace(" ", mark);
        String whole = marked.startsWith(mark) ? marked : mark + marked;
        List<Long> tokens = new ArrayList<>();
        for (String word : whole.split("(?=" + Pattern.quote(mark) + ")")) {
            tokens.addAll(best(word));
        }
        return tokens;
    }

    /** Viterbi's algorithm: the best way to each place is one of the best ways to an earlier place and a piece more. */
    private List<Long> best(String word) {
        double[] scores = new double[word.length() + 1];
        Arrays.fill(scores, 1, scores.length, Double.NEGATIVE_INFINITY);
        Piece[] last = new Piece[scores.length];
        int[] from = new int[scores.length];
        for (int start = 0; start < word.length(); start += Character.charCount(word.codePointAt(start))) {
            int single = start + Character.charCount(word.codePointAt(start));
            for (int end = single; end <= Math.min(word.length(), start + longest); end++) {
                Piece piece = pieces.get(word.substring(start, end));
                if (piece == null && end == single) {
                    piece = unknown;
                }
                if (piece != null && scores[start] + piece.score > scores[end]) {
                    scores[end] = scores[start] + piece.score;
                    last[end] = piece;
                    from[end] = start;
                }
            }
        }
        return backwards(last, from);
    }

    /** Neighbouring unknown characters are one token. */
    private List<Long> backwards(Piece[] last, int[] from) {
        List<Long> tokens = new ArrayList<>();
        boolean afterUnknown = false;
        for (int end = last.length - 1; end > 0; end = from[end]) {
            boolean isUnknown = last[end] == unknown;
            if (!isUnknown || !afterUnknown) {
                tokens.add(last[end].token);
            }
            afterUnknown = isUnknown;
        }
        Collections.reverse(tokens);
        return tokens;
    }
}
