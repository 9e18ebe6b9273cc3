package dev.inkling.onnx.diffusion;

import dev.inkling.onnx.Tensor;
import java.util.Map;

/**
 * What a U-Net is told besides latent and timestep.
 *
 * @param wanted   its inputs by name
 * @param unwanted the same inputs for what guidance leads away from
 */
record Conditioning(Map<String, Tensor> wanted, Map<String, Tensor> unwanted) {}
