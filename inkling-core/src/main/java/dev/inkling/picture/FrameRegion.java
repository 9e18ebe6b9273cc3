package dev.inkling.picture;

/** A copy of what a frame knows of one block, to come back to. */
final class FrameRegion {
    private final Frame frame;
    private final int x;
    private final int y;
    private final int side;
    private final int[][] samples = new int[Frame.COMPONENTS][];
    private final byte[][] maps;

    FrameRegion(Frame frame, int x, int y, int side) {
        this.frame = frame;
        this.x = x;
        this.y = y;
        this.side = side;
        maps = new byte[][] {frame.mode, frame.log, frame.activity[0], frame.activity[1], frame.activity[2]};
        for (int i = 0; i < maps.length; i++) {
            byte[] saved = new byte[side * side / 16];
            copyCells(maps[i], saved, true);
            maps[i] = saved;
        }
        for (int c = 0; c < Frame.COMPONENTS; c++) {
            samples[c] = new int[side * side];
            copySamples(frame.planes[c], samples[c], true);
        }
    }

    void restore() {
        byte[][] targets = {frame.mode, frame.log, frame.activity[0], frame.activity[1], frame.activity[2]};
        for (int i = 0; i < maps.length; i++) {
            copyCells(targets[i], maps[i], false);
        }
        for (int c = 0; c < Frame.COMPONENTS; c++) {
            copySamples(frame.planes[c], samples[c], false);
        }
    }

    private void copyCells(byte[] map, byte[] saved, boolean save) {
        int cells = side / 4;
        for (int row = 0; row < cells; row++) {
            int at = (y / 4 + row) * frame.cells + x / 4;
            if (save) {
                System.arraycopy(map, at, saved, row * cells, cells);
            } else {
                System.arraycopy(saved, row * cells, map, at, cells);
            }
        }
    }

    private void copySamples(int[] plane, int[] saved, boolean save) {
        for (int row = 0; row < side; row++) {
            int at = (y + row) * frame.width + x;
            if (save) {
                System.arraycopy(plane, at, saved, row * side, side);
            } else {
                System.arraycopy(saved, row * side, plane, at, side);
            }
        }
    }
}
