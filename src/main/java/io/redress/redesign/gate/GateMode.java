package io.redress.redesign.gate;

import org.springframework.stereotype.Component;

/** Whether the gate keeps out what is wrong. It does; only a sandbox can let it in, to try the fences behind the gate. */
@Component
public class GateMode {

    private volatile boolean refusing = true;

    /** Whether models with errors are kept out. */
    public boolean isRefusing() {
        return refusing;
    }

    /** Lets models with errors in, with a warning in the log, or keeps them out again. */
    public void refuse(boolean refuse) {
        refusing = refuse;
    }
}
