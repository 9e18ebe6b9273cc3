package dev.inkling.picture;

/** A copy of what a frame knows of one block, to come back to. */
final class FrameRegion {
    private final Frame frame;
    private final int x;
    private final int y;
    private final int side;
    private final int[][] samples = new int[Frame.COMPONENTS][];
    private final byte[][] cells;

    FrameRegion(Frame frame, int x, int y, int side) {
        this.frame = frame;
        this.x = x;
        this.y = y;
        this.side = side;
        byte[][] maps = maps();
        cells = new byte[maps.length][side * side / 16];
        for (int i = 0; i < maps.length; i++) {
            for (int row = 0; row < side / 4; row++) {
                System.arraycopy(maps[i], firstCell(row), cells[i], row * side / 4, side / 4);
            }
        }
        for (int c = 0; c < Frame.COMPONENTS; c++) {
            samples[c] = new int[side * side];
            for (int row = 0; row < side; row++) {
                System.arraycopy(frame.planes[c], firstSample(row), samples[c], row * side, side);
            }
        }
    }

    void restore() {
        byte[][] maps = maps();
        for (int i = 0; i < maps.length; i++) {
            for (int row = 0; row < side / 4; row++) {
                System.arraycopy(cells[i], row * side / 4, maps[i], firstCell(row), side / 4);
            }
        }
        for (int c = 0; c < Frame.COMPONENTS; c++) {
            for (int row = 0; row < side; row++) {
                System.arraycopy(samples[c], row * side, frame.planes[c], firstSample(row), side);
            }
        }
    }

    private byte[][] maps() {
        return new byte[][] {frame.mode, frame.log, frame.activity[0], frame.activity[1], frame.activity[2]};
    }

    private int firstCell(int row) {
        return (y / 4 + row) * frame.cells + x / 4;
    }

    private int firstSample(int row) {
        return (y + row) * frame.width + x;
    }
}
