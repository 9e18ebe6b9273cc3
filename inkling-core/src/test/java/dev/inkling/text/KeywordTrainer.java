package dev.inkling.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Finds topics by probabilistic latent semantic analysis (Hofmann 1999): each list is a mixture of topics, each topic a
 * distribution over words. Only additions, multiplications and divisions in a fixed order, so the same lists give the
 * same topics on any machine. Topic 0 is the words at large.
 */
final class KeywordTrainer {
    static final int VOCABULARY = 60_000;
    private static final long SEED = 20260103;
    private static final int TOPICS = 64;
    /** Ranks that the topics speak of. */
    private static final int DETAILED = 8_192;
    private static final int ROUNDS = 12;
    /** So many words of the words at large are added to each topic. */
    private static final double SMOOTHING = 5_000;
    /** So much of each topic is added to each list, in words. */
    private static final double SPREAD = 0.02;
    private static final int[] LENGTHS = {5, 10, 20, 40};
    /** Words of a list that count. */
    private static final int LONGEST = 60;
    /** Fewest words of a list that topics are found from. */
    private static final int SHORTEST = 3;
    private static final double LEAST_COUNT = 0.03;

    private final List<Source> lists;
    private final List<String> words = new ArrayList<>();
    private final Map<String, Integer> ranks = new HashMap<>();
    private int[] codes = {};
    private double[] atLarge = {};
    private double[][] topics = {};

    /**
     * A list of words.
     *
     * @param words     distinct
     * @param relevance how often it counts
     * @param glossary  whether it only shows which words there are
     */
    record Source(List<String> words, double relevance, boolean glossary) {
        Source {
            words = List.copyOf(words);
        }
    }

    /** What {@link KeywordPriorWriter} writes: words in order of rank, codes of their frequencies, ratios, weights. */
    record Trained(List<String> words, int[] codes, int[][] ratios, int[][] weights) {
        KeywordPrior prior() {
            int[][] sums = new int[ratios.length][];
            for (int topic = 0; topic < sums.length; topic++) {
                long[] frequencies = new long[codes.length];
                for (int rank = 0; rank < codes.length; rank++) {
                    int ratio = rank < ratios[topic].length ? ratios[topic][rank] : KeywordPriorReader.SAME;
                    frequencies[rank] = KeywordPriorReader.frequency(codes[rank], ratio);
                }
                sums[topic] = KeywordPriorReader.sums(frequencies);
            }
            return new KeywordPrior(words, sums, weights);
        }
    }

    private KeywordTrainer(List<Source> lists) {
        this.lists = lists;
    }

    static Trained train(List<Source> lists) {
        KeywordTrainer trainer = new KeywordTrainer(lists);
        trainer.countWords();
        trainer.findTopics();
        int[][] ratios = trainer.ratios();
        return new Trained(List.copyOf(trainer.words), trainer.codes, ratios, trainer.weights());
    }

    private void countWords() {
        Map<String, Double> counts = new TreeMap<>();
        for (Source list : lists) {
            for (int i = 0; i < list.words().size(); i++) {
                counts.merge(list.words().get(i), list.relevance() * emphasis(list, i), Double::sum);
            }
        }
        List<Map.Entry<String, Double>> kept = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > LEAST_COUNT)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(VOCABULARY)
                .toList();
        Map<String, Integer> coded = new TreeMap<>();
        kept.forEach(entry -> coded.put(entry.getKey(), code(entry.getValue() + LEAST_COUNT)));
        coded.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> {
                    ranks.put(entry.getKey(), words.size());
                    words.add(entry.getKey());
                });
        codes = words.stream().mapToInt(coded::get).toArray();
        atLarge = new double[words.size()];
        for (int rank = 0; rank < atLarge.length; rank++) {
            atLarge[rank] = KeywordPriorReader.frequency(codes[rank]);
        }
        normalise(atLarge);
    }

    /** The first words of a list are in more of the lists that are cut from it. */
    private static double emphasis(Source list, int place) {
        if (list.glossary()) {
            return 1;
        }
        double emphasis = 0;
        for (int length : LENGTHS) {
            emphasis += place < length && list.words().size() >= length ? 1 : 0;
        }
        return list.words().size() < LENGTHS[LENGTHS.length - 1] ? emphasis + 1 : Math.max(1, emphasis);
    }

    /** The code whose frequency, 80 for a count of 1, is closest. */
    private static int code(double count) {
        int code = 0;
        while (code + 1 < KeywordPriorReader.FREQUENCIES
                && KeywordPriorReader.frequency(code + 1) + KeywordPriorReader.frequency(code) <= 160 * count) {
            code++;
        }
        return code;
    }

    private void findTopics() {
        List<Source> used = lists.stream()
                .filter(list -> !list.glossary() && list.words().size() >= SHORTEST)
                .toList();
        int[][] members = used.stream().map(list -> ranks(list.words(), LONGEST)).toArray(int[][]::new);
        topics = firstTopics(members);
        double[][] shares = new double[members.length][TOPICS];
        for (double[] row : shares) {
            Arrays.fill(row, 1.0 / TOPICS);
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[][] counts = new double[words.size()][TOPICS];
            double[][] byWord = byWord();
            for (int i = 0; i < members.length; i++) {
                shares[i] = shares(members[i], shares[i], used.get(i).relevance(), byWord, counts);
            }
            update(counts);
        }
    }

    private double[][] byWord() {
        double[][] byWord = new double[words.size()][TOPICS];
        for (int topic = 0; topic < TOPICS; topic++) {
            for (int rank = 0; rank < words.size(); rank++) {
                byWord[rank][topic] = topics[topic][rank];
            }
        }
        return byWord;
    }

    /** One step for one list: adds to the counts of the topics and returns the new shares. */
    private static double[] shares(int[] list, double[] shares, double relevance, double[][] byWord, double[][] counts) {
        double[] next = new double[TOPICS];
        Arrays.fill(next, SPREAD);
        double[] part = new double[TOPICS];
        for (int rank : list) {
            double sum = 0;
            for (int topic = 0; topic < TOPICS; topic++) {
                part[topic] = shares[topic] * byWord[rank][topic];
                sum += part[topic];
            }
            for (int topic = 0; topic < TOPICS; topic++) {
                double share = part[topic] / sum;
                next[topic] += share;
                counts[rank][topic] += relevance * share;
            }
        }
        normalise(next);
        return next;
    }

    private double[][] firstTopics(int[][] members) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] first = new double[TOPICS][];
        first[0] = atLarge;
        for (int topic = 1; topic < TOPICS; topic++) {
            double[] start = new double[words.size()];
            for (int rank = 0; rank < start.length; rank++) {
                start[rank] = 30 * atLarge[rank];
            }
            for (int i = 0; i < 3;) {
                int[] list = members[random.nextInt(members.length)];
                if (list.length >= 15) {
                    for (int rank : list) {
                        start[rank] += 1;
                    }
                    i++;
                }
            }
            normalise(start);
            first[topic] = start;
        }
        return first;
    }

    private void update(double[][] counts) {
        for (int topic = 1; topic < TOPICS; topic++) {
            double[] shares = new double[words.size()];
            for (int rank = 0; rank < shares.length; rank++) {
                shares[rank] = counts[rank][topic] + SMOOTHING * atLarge[rank];
            }
            normalise(shares);
            topics[topic] = shares;
        }
    }

    private int[][] ratios() {
        int[][] ratios = new int[TOPICS][Math.min(DETAILED, words.size())];
        for (int topic = 0; topic < TOPICS; topic++) {
            for (int rank = 0; rank < ratios[topic].length; rank++) {
                ratios[topic][rank] = topic == 0 ? KeywordPriorReader.SAME : ratio(topics[topic][rank] / atLarge[rank]);
            }
        }
        return ratios;
    }

    private static int ratio(double exact) {
        int code = 0;
        while (code + 1 < KeywordPriorReader.RATIOS
                && exact * exact * 64 >= (double) KeywordPriorReader.ratio(code) * KeywordPriorReader.ratio(code + 1)) {
            code++;
        }
        return code;
    }

    /** Weights of the topics in lists of each class of sizes, half of them the same for all. */
    private int[][] weights() {
        double[][] byWord = byWord();
        double[] all = fit(1, byWord);
        int[][] weights = new int[SetSize.CLASSES][TOPICS];
        for (int i = 0; i < weights.length; i++) {
            double[] own = fit(LENGTHS[i], byWord);
            for (int topic = 0; topic < TOPICS; topic++) {
                weights[i][topic] = 1 + (int) (0.5 * (own[topic] + all[topic]) * ((1 << 16) - 2 * TOPICS));
            }
        }
        return weights;
    }

    private double[] fit(int length, double[][] byWord) {
        List<int[]> members = new ArrayList<>();
        List<Double> relevances = new ArrayList<>();
        for (Source list : lists) {
            if (!list.glossary() && list.words().size() >= length) {
                members.add(ranks(list.words(), length == 1 ? LONGEST : length));
                relevances.add(list.relevance());
            }
        }
        double[] weights = new double[TOPICS];
        Arrays.fill(weights, 1.0 / TOPICS);
        double[] part = new double[TOPICS];
        for (int round = 0; round < 8; round++) {
            double[] next = new double[TOPICS];
            for (int i = 0; i < members.size(); i++) {
                for (int rank : members.get(i)) {
                    double sum = 0;
                    for (int topic = 0; topic < TOPICS; topic++) {
                        part[topic] = weights[topic] * byWord[rank][topic];
                        sum += part[topic];
                    }
                    for (int topic = 0; topic < TOPICS; topic++) {
                        next[topic] += relevances.get(i) * part[topic] / sum;
                    }
                }
            }
            normalise(next);
            weights = next;
        }
        return weights;
    }

    private int[] ranks(List<String> list, int most) {
        return list.stream().limit(most).filter(ranks::containsKey).mapToInt(ranks::get).toArray();
    }

    private static void normalise(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
    }
}
