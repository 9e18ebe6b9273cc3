package dev.inkling.cli;

import dev.inkling.onnx.clip.PhraseListener;

/** Shows how far the vectors of the vocabulary are, which are made once for each model. */
final class PhraseProgress implements PhraseListener {
    private final Progress progress;
    private final int total;
    private int shown;

    /** @param total how many there are */
    PhraseProgress(Terminal terminal, int total) {
        this.progress = new Progress(terminal, total);
        this.total = total;
    }

    @Override
    public void embedded(int done, int all) {
        while (shown < done) {
            progress.done();
            shown++;
        }
        if (shown == total) {
            progress.finish();
        }
    }
}
