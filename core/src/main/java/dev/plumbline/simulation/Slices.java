package dev.plumbline.simulation;

/// How the requests of one path fared, by the part of an episode in which they arrived.
final class Slices {
    final int count;
    final long[] answered;
    final long[] failed;
    /// Answers by part and row of latency.
    final int[] rows;

    private final double from;
    private final double width;

    Slices(int count, double from, double width) {
        this.count = count;
        this.from = from;
        this.width = width;
        answered = new long[count];
        failed = new long[count];
        rows = new int[count * Recorder.ROWS];
    }

    void answered(double arrival, double latency) {
        int part = part(arrival);
        if (part >= 0) {
            answered[part]++;
            rows[part * Recorder.ROWS + Recorder.row(latency)]++;
        }
    }

    void failed(double arrival) {
        int part = part(arrival);
        if (part >= 0) {
            failed[part]++;
        }
    }

    private int part(double arrival) {
        int part = (int) Math.floor((arrival - from) / width);
        return part < count ? part : -1;
    }
}
