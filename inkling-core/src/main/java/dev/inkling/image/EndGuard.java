package dev.inkling.image;

import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A view of a file that does not let a reader go on beyond its end. The WebP reader takes the end of a file that is cut
 * short for zeros, and builds tables from them for minutes; a few reads there are normal for a sound file. Not
 * thread-safe.
 */
final class EndGuard extends ImageInputStreamImpl {
    private static final int READS_ALLOWED = 64;

    private final ImageInputStream file;
    private int readsBeyondEnd;

    EndGuard(ImageInputStream file) {
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        file.seek(streamPos);
        int next = file.read();
        advance(next < 0 ? -1 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        bitOffset = 0;
        file.seek(streamPos);
        int count = file.read(target, offset, length);
        advance(count);
        return count;
    }

    @Override
    public long length() {
        try {
            return file.length();
        } catch (IOException e) {
            return -1;
        }
    }

    private void advance(int count) throws IIOException {
        if (count < 0 && ++readsBeyondEnd > READS_ALLOWED) {
            throw new IIOException("the file is cut short");
        }
        streamPos += Math.max(0, count);
    }
}
