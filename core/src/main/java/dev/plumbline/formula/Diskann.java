package dev.plumbline.formula;

/// The layout of DiskANN on an SSD.
final class Diskann {
    static final String PAPER = "Subramanya et al. 2019, DiskANN (NeurIPS 32)";

    private static final double SECTOR = 4096;

    private Diskann() {}

    /// Bytes of one vector with the number of its links and the links.
    static double record(double dims, double bytes, double degree) {
        return dims * bytes + (degree + 1) * 4;
    }

    /// Whole sectors for all records.
    static double disk(double vectors, double record) {
        double inOne = Math.floor(SECTOR / record);
        double sectors = inOne >= 1 ? Math.ceil(vectors / inOne) : vectors * Math.ceil(record / SECTOR);
        return sectors * SECTOR;
    }
}
