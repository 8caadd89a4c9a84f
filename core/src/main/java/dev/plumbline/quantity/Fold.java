package dev.plumbline.quantity;

/// Functions that take their arguments one after the other, with loops that the compiler turns into vector
/// instructions.
enum Fold implements Function.Body {
    LEAST {
        @Override
        void take(double[] column, int count, double[] out, int at) {
            for (int i = 0; i < count; i++) {
                out[at + i] = Math.min(out[at + i], column[i]);
            }
        }
    },
    GREATEST {
        @Override
        void take(double[] column, int count, double[] out, int at) {
            for (int i = 0; i < count; i++) {
                out[at + i] = Math.max(out[at + i], column[i]);
            }
        }
    },
    TOTAL {
        @Override
        void take(double[] column, int count, double[] out, int at) {
            for (int i = 0; i < count; i++) {
                out[at + i] += column[i];
            }
        }
    };

    abstract void take(double[] column, int count, double[] out, int at);

    @Override
    public double of(double[] arguments) {
        double[] folded = {arguments[0]};
        for (int i = 1; i < arguments.length; i++) {
            take(new double[] {arguments[i]}, 1, folded, 0);
        }
        return folded[0];
    }

    @Override
    public void fill(double[][] columns, int count, double[] out, int at) {
        System.arraycopy(columns[0], 0, out, at, count);
        for (int a = 1; a < columns.length; a++) {
            take(columns[a], count, out, at);
        }
    }
}
