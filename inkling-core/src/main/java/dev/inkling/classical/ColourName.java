package dev.inkling.classical;

/** Placeholder for the list of colour names. */
enum ColourName {
    BLACK
}
