package dev.inkling.cli;

import dev.inkling.onnx.diffusion.DiffusionListener;
import org.jspecify.annotations.Nullable;

/** Shows how far a picture is, on standard error and while a person watches. Not thread-safe. */
final class StepProgress implements DiffusionListener {
    private final Terminal terminal;
    private final StageProfile profile;
    private @Nullable Progress progress;

    StepProgress(Terminal terminal, StageProfile profile) {
        this.terminal = terminal;
        this.profile = profile;
    }

    @Override
    public void stage(String name) {
        profile.enter(name);
        if (terminal.interactive()) {
            terminal.err().print("\r" + name + "\033[K");
            terminal.err().flush();
        }
    }

    @Override
    public void step(int done, int total) {
        Progress bar = progress;
        if (bar == null) {
            bar = new Progress(terminal, total);
            progress = bar;
        }
        bar.done();
    }

    /** Removes what is shown. */
    void finish() {
        new Progress(terminal, 1).finish();
    }
}
