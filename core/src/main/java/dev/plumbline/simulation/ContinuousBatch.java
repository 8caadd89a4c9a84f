package dev.plumbline.simulation;

import java.util.Arrays;

/// The requests of one replica that writes tokens: who waits, who is in the batch, how many blocks are free, and the
/// steps under way.
///
/// Steps that only write are taken many at once, up to the next that changes the batch: a sequence ends, blocks run
/// out, a caller gives up, or a request arrives that can be taken in. Their times are an arithmetic series.
final class ContinuousBatch {
    private final Sequences sequences;
    private final Tokens tokens;
    private final StepTimes times;
    private final boolean chunked;
    private final boolean fifo;
    private final boolean cancellable;
    private final int chunk;
    private final int most;
    private final int blocks;

    private final EventHeap waiting = new EventHeap();
    private int waitingCount;
    private int[] running;
    private int count;
    private int free;

    /// When the steps under way began, and when the last of them ends.
    double start;
    double end = Double.NaN;
    /// How many they are; none when nothing is under way.
    int steps;
    /// Seconds of the first of them, and by how much each takes longer than the one before.
    double one;
    double growth;
    /// Sequences that take part in them.
    int scheduled;
    /// Whether a request had to wait for a later step when they were planned.
    boolean blocked;
    long preempted;
    /// The share of places that was taken during the steps that ended last.
    double usedMeanwhile;

    /// Sequences that are done, and those whose callers had given up; for the station to tell.
    int[] done;
    int doneCount;
    int[] dropped = new int[8];
    int droppedCount;

    /// Seconds of pauses that the replica has had; kept by the station.
    double paused;

    private double now;
    private int budget;
    private int tokensInStep;
    private int sampled;
    private double attention;

    ContinuousBatch(
            Station station,
            Service.Generation service,
            Sequences sequences,
            StepTimes times,
            Tokens tokens,
            boolean cancellable) {
        this.sequences = sequences;
        this.tokens = tokens;
        this.times = times;
        this.cancellable = cancellable;
        chunked = service.prefill() == Service.Prefill.CHUNKED;
        fifo = station.waiting().order() == Waiting.Order.FIFO;
        most = station.slots();
        chunk = Math.max(service.chunk(), most);
        blocks = Math.max(0, service.room().blocks() - service.reuse().prefix() / Service.Generation.BLOCK);
        running = new int[Math.min(most, 64)];
        done = new int[running.length];
        clear();
    }

    void clear() {
        waiting.clear();
        waitingCount = 0;
        count = 0;
        free = blocks;
        idle();
    }

    private void idle() {
        steps = 0;
        scheduled = 0;
        end = Double.NaN;
        blocked = false;
    }

    /// Blocks when nothing is kept.
    int blocks() {
        return blocks;
    }

    int waiting() {
        return waitingCount;
    }

    int running() {
        return count;
    }

    /// The share of its places that are taken: of sequences or of blocks, whichever is larger.
    double used() {
        return Math.max((double) count / most, (double) (blocks - free) / blocks);
    }

    /// Whether one more would have to wait for a sequence to end.
    boolean full() {
        return blocked || count >= most;
    }

    void add(int token) {
        waiting.push(sequences.turn[token], token);
        waitingCount++;
    }

    /// Takes somebody out, whoever it is; for a replica that is gone.
    int remove() {
        if (count > 0) {
            return running[--count];
        }
        int token = EventHeap.index(waiting.event());
        waiting.pop();
        waitingCount--;
        return token;
    }

    /// Whether a request that has come while steps are under way changes how many of them there are.
    boolean interrupts() {
        return steps > 1 && count < most && (waitingCount == 1 || !fifo);
    }

    /// Ends the steps under way with the one that goes on at `now`.
    void cutShort(double now) {
        int elapsed = now > start ? StepTimes.stepsFor(now - start, one, growth) : 0;
        // A step that ends at this very moment is over.
        int under = elapsed > 0 && StepTimes.sum(one, growth, elapsed) > now - start ? elapsed : elapsed + 1;
        if (under < steps) {
            steps = under;
            end = start + StepTimes.sum(one, growth, steps);
        }
    }

    /// Ends the steps under way with the one that is not over before a pause of the replica begins.
    void cutAt(double pause) {
        if (end > pause) {
            steps = Math.min(steps, StepTimes.stepsFor(pause - start, one, growth));
            end = start + StepTimes.sum(one, growth, steps);
        }
    }

    /// Does what the steps under way do, at their end.
    void advance(double now) {
        doneCount = 0;
        double before = used();
        int freed = 0;
        if (done.length < count) {
            done = new int[running.length];
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int token = running[i];
            int step = sequences.step[token];
            boolean ended = step > 0 && advanced(token, step, now);
            if (ended) {
                done[doneCount++] = token;
                freed += sequences.blocks[token];
            } else {
                running[kept++] = token;
            }
        }
        usedMeanwhile = (before + used()) / 2;
        count = kept;
        free += freed;
        idle();
    }

    /// Whether the sequence is complete.
    private boolean advanced(int token, int step, double now) {
        int length = sequences.length[token] + step * steps;
        sequences.length[token] = length;
        int own = sequences.blocksAt(token, length);
        free -= own - sequences.blocks[token];
        sequences.blocks[token] = own;
        if (length < sequences.prompt[token] + sequences.made[token]) {
            return false;
        }
        if (sequences.made[token] == 0) {
            sequences.first[token] = steps == 1 ? now : start + one;
        }
        sequences.made[token] += steps;
        return sequences.made[token] >= sequences.output[token];
    }

    /// Forgets running sequences that nobody waits for any more.
    void drop() {
        if (!cancellable) {
            return;
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int token = running[i];
            if (tokens.abandoned(token)) {
                free += sequences.blocks[token];
                dropped(token);
            } else {
                running[kept++] = token;
            }
        }
        count = kept;
    }

    private void dropped(int token) {
        if (droppedCount == dropped.length) {
            dropped = Arrays.copyOf(dropped, 2 * droppedCount);
        }
        dropped[droppedCount++] = token;
    }

    /// Chooses the next steps.
    ///
    /// @param at when the first of them begins
    /// @return whether there are any
    boolean schedule(double at) {
        idle();
        now = at;
        budget = chunk;
        tokensInStep = 0;
        sampled = 0;
        attention = 0;
        boolean alone = false;
        boolean crowded = false;
        if (!chunked && waitingCount > 0) {
            for (int i = 0; i < count; i++) {
                sequences.step[running[i]] = 0;
            }
            admit();
            alone = scheduled > 0;
        }
        if (!alone) {
            crowded = goOn();
            if (chunked && !crowded) {
                admit();
            }
        }
        if (scheduled == 0) {
            return false;
        }
        blocked = waitingCount > 0;
        start = at;
        one = times.base(tokensInStep, sampled) + attention;
        growth = times.perCachedToken() * count;
        boolean writing = scheduled == count && tokensInStep == count && sampled == count && !crowded;
        steps = writing ? untilChange() : 1;
        end = at + StepTimes.sum(one, growth, steps);
        return true;
    }

    /// Gives every running sequence its part of the step, oldest first.
    ///
    /// @return whether somebody had to make room
    private boolean goOn() {
        boolean crowded = false;
        int i = 0;
        while (i < count && budget > 0) {
            int token = running[i];
            int part = Math.min(sequences.due(token), budget);
            int more = sequences.blocksAt(token, sequences.length[token] + part) - sequences.blocks[token];
            while (more > free && count > i) {
                preempt();
                crowded = true;
            }
            if (i < count) {
                take(token, part);
                i++;
            }
        }
        for (int rest = i; rest < count; rest++) {
            sequences.step[running[rest]] = 0;
        }
        return crowded;
    }

    /// The last of the batch gives its blocks back and waits again, to be read anew.
    private void preempt() {
        int token = running[--count];
        free += sequences.blocks[token];
        sequences.blocks[token] = 0;
        preempted++;
        add(token);
    }

    /// Takes in requests that wait, as far as tokens of the step, places and blocks allow.
    private void admit() {
        while (waitingCount > 0 && count < most && budget > 0) {
            int token = EventHeap.index(waiting.event());
            if (cancellable && tokens.abandoned(token)) {
                leaveQueue();
                dropped(token);
                continue;
            }
            int whole = sequences.prompt[token] + sequences.made[token];
            int part = whole - sequences.reused[token];
            boolean tooLong = !chunked && tokensInStep > 0 && part > budget;
            if (tooLong || sequences.blocksAt(token, whole) > free) {
                return;
            }
            leaveQueue();
            if (count == running.length) {
                running = Arrays.copyOf(running, Math.min(most, 2 * count));
            }
            running[count++] = token;
            sequences.length[token] = sequences.reused[token];
            sequences.blocks[token] = 0;
            take(token, chunked ? Math.min(part, budget) : part);
        }
    }

    private void leaveQueue() {
        waiting.pop();
        waitingCount--;
    }

    private void take(int token, int part) {
        if (Double.isNaN(sequences.started[token])) {
            sequences.started[token] = now;
            sequences.held[token] = paused;
        }
        int length = sequences.length[token];
        int own = sequences.blocksAt(token, length + part);
        free -= own - sequences.blocks[token];
        sequences.blocks[token] = own;
        sequences.step[token] = part;
        budget -= part;
        tokensInStep += part;
        sampled += part == sequences.due(token) ? 1 : 0;
        attention += times.attention(length, part);
        scheduled++;
    }

    /// How many steps like this one follow each other.
    private int untilChange() {
        int least = Integer.MAX_VALUE;
        double deadline = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            int token = running[i];
            least = Math.min(least, sequences.output[token] - sequences.made[token]);
            if (cancellable && tokens.deadline[token] > now) {
                deadline = Math.min(deadline, tokens.deadline[token]);
            }
        }
        if (deadline < Double.POSITIVE_INFINITY && least > 1) {
            least = Math.min(least, StepTimes.stepsFor(deadline - now, one, growth));
        }
        return withinBlocks(least);
    }

    private int withinBlocks(int asked) {
        int rounds = (asked + Service.Generation.BLOCK - 2) / Service.Generation.BLOCK;
        if ((long) rounds * count <= free || needed(asked) <= free) {
            return asked;
        }
        int fits = 1;
        int tooMany = asked;
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) >>> 1;
            if (needed(middle) <= free) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return fits;
    }

    /// Blocks that so many steps take, beyond those that the first has taken.
    private long needed(int asked) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            int token = running[i];
            sum += sequences.blocksAt(token, sequences.length[token] + asked) - sequences.blocks[token];
        }
        return sum;
    }
}
