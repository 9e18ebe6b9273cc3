/** Measures codecs on data sets: rates, metrics, baselines, reports. */
module dev.inkling.eval {
    requires static transitive org.jspecify;
    requires transitive dev.inkling.core;
    requires dev.inkling.onnx;
    requires tools.jackson.databind;

    exports dev.inkling.eval;
    exports dev.inkling.eval.baseline;
    exports dev.inkling.eval.metrics;
    exports dev.inkling.eval.report;
    exports dev.inkling.eval.text;
    exports dev.inkling.eval.vector;

    opens dev.inkling.eval to
            tools.jackson.databind;
    opens dev.inkling.eval.report to
            tools.jackson.databind;
}
