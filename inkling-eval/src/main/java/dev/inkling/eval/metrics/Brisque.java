package dev.inkling.eval.metrics;

import dev.inkling.ProviderException;
import dev.inkling.image.Raster;
import dev.inkling.onnx.ModelFile;
import java.nio.file.Path;

/**
 * BRISQUE (Mittal, Moorthy, Bovik 2012): how far the statistics of a picture are from those of undistorted photographs.
 * Looks at the reconstruction alone: a measure of realism, not of distortion. Lower is better; 0 to 100.
 *
 * <p>Model and ranges are read from the files of OpenCV's module "quality", and the features computed as it does.
 */
final class Brisque implements Metric {
    private final String model;
    private final FeatureRange range;
    private final SupportVectorRegression regression;

    /**
     * @param modelFile the support vectors, OpenCV's {@code brisque_model_live.yml}
     * @param rangeFile the range of each feature, OpenCV's {@code brisque_range_live.yml}
     * @throws ProviderException when one of them cannot be read, or holds something else
     */
    Brisque(Path modelFile, Path rangeFile) throws ProviderException {
        this.regression = SupportVectorRegression.read(OpenCvYaml.read(ModelFile.of(modelFile)), BrisqueFeatures.COUNT);
        this.range = FeatureRange.read(OpenCvYaml.read(ModelFile.of(rangeFile)), BrisqueFeatures.COUNT);
        this.model = ModelFile.of(modelFile) + ", " + ModelFile.of(rangeFile);
    }

    @Override
    public double measure(Raster source, Raster reconstruction) {
        double[] features = BrisqueFeatures.of(reconstruction);
        return Math.max(0, Math.min(100, regression.predict(range.scaled(features))));
    }

    @Override
    public String name() {
        return "brisque";
    }

    @Override
    public boolean higherIsBetter() {
        return false;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public void close() {}
}
