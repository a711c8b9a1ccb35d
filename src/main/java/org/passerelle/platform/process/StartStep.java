package org.passerelle.platform.process;

import org.springframework.context.SmartLifecycle;

/** Something done once at each start, in its turn: {@link ProcessLifecycle#DEPLOYED} and what is said there is the order. */
public abstract class StartStep implements SmartLifecycle {

    private final int phase;
    private volatile boolean running;

    /** @param phase its turn; lower ones come first */
    protected StartStep(int phase) {
        this.phase = phase;
    }

    /** A failure ends the start. */
    protected abstract void run();

    @Override
    public final void start() {
        run();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
