/** Turns descriptors into a bitstream and back, and orchestrates encode and decode through small interfaces. */
module dev.inkling.core {
    requires static transitive org.jspecify;
    requires transitive java.desktop;

    exports dev.inkling;
    exports dev.inkling.image;
    exports dev.inkling.bitstream;
    exports dev.inkling.metrics;
    exports dev.inkling.codec;
    exports dev.inkling.classical;
}
