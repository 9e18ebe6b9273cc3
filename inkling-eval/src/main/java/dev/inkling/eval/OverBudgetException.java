package dev.inkling.eval;

import java.io.IOException;

/** A codec has no file that is as small as asked. */
public final class OverBudgetException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * @param maxBytes what was asked for
     * @param smallest length of the smallest file that was found, in bytes
     */
    public OverBudgetException(int maxBytes, long smallest) {
        super("the smallest file takes " + smallest + " bytes, but at most " + maxBytes + " are allowed");
    }
}
