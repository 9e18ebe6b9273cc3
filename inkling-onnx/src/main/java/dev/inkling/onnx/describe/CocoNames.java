package dev.inkling.onnx.describe;

import java.util.List;

/**
 * The 80 kinds of thing of COCO (Lin et al. 2014), by their usual numbers. Where the official name is long, or is partly
 * a colour, a shorter usual one stands for it.
 */
final class CocoNames {
    static final List<String> ALL = List.of(
            "person", "bicycle", "car", "motorcycle", "airplane", "bus", "train", "truck", "boat", "traffic signal",
            "hydrant", "stop sign", "parking meter", "bench", "bird", "cat", "dog", "horse", "sheep", "cow",
            "elephant", "bear", "zebra", "giraffe", "backpack", "umbrella", "handbag", "tie", "suitcase", "frisbee",
            "skis", "snowboard", "ball", "kite", "bat", "glove", "skateboard", "surfboard", "racket", "bottle",
            "glass", "cup", "fork", "knife", "spoon", "bowl", "banana", "apple", "sandwich", "fruit",
            "broccoli", "carrot", "hot dog", "pizza", "donut", "cake", "chair", "couch", "plant", "bed",
            "table", "toilet", "television", "laptop", "mouse", "remote", "keyboard", "phone", "microwave", "oven",
            "toaster", "sink", "refrigerator", "book", "clock", "vase", "scissors", "teddy bear", "dryer",
            "toothbrush");

    private CocoNames() {}
}
