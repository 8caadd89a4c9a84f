package dev.plumbline.roofline;

/// Shapes of published models, from their config.json.
final class Models {
    static final Model LLAMA_8B =
            new Model(new Transformer(8_030_261_248.0, 8_030_261_248.0, 32, 32, 8, 128, 0, 4096, 14336, 128_256, 0, 0));
    static final Model LLAMA_70B = new Model(
            new Transformer(70_553_706_496.0, 70_553_706_496.0, 80, 64, 8, 128, 0, 8192, 28672, 128_256, 0, 0));
    static final Model LLAMA_2_70B = new Model(
            new Transformer(68_976_648_192.0, 68_976_648_192.0, 80, 64, 8, 128, 0, 8192, 28672, 32_000, 0, 0));
    static final Model LLAMA_1B =
            new Model(new Transformer(1_235_814_400.0, 1_235_814_400.0, 16, 32, 8, 64, 0, 2048, 8192, 128_256, 0, 0));
    static final Model QWEN_14B = new Model(
            new Transformer(14_768_307_200.0, 14_768_307_200.0, 40, 40, 8, 128, 0, 5120, 17408, 151_936, 0, 0));
    static final Model GPT_2_XL =
            new Model(new Transformer(1_557_611_200.0, 1_557_611_200.0, 48, 25, 25, 64, 0, 1600, 6400, 50_257, 0, 0));
    static final Model MIXTRAL = new Model(
            new Transformer(46_702_792_704.0, 12_879_925_248.0, 32, 32, 8, 128, 0, 4096, 14336, 32_000, 8, 2));
    static final Model QWEN_30B = new Model(
            new Transformer(30_532_122_624.0, 3_353_032_704.0, 48, 32, 4, 128, 0, 2048, 768, 151_936, 128, 8));

    static final Accelerator H100 = new Accelerator(989.4e12, 3.35e12, 80e9, 450e9);

    private Models() {}

    record Model(Transformer shape) {
        Deployment on(Accelerator accelerator, int devices, Efficiency efficiency) {
            return new Deployment(shape, accelerator, efficiency, 2, 2, devices);
        }

        Transformer activeAbove() {
            return new Transformer(1, 2, 1, 1, 1, 1, 0, 1, 1, 1, 0, 0);
        }
    }
}
