package dev.plumbline.assessment;

/// Told how far a long run has come, and asked whether to go on. Called from several threads.
public interface Progress {
    /// Nobody watches, and nothing interrupts.
    Progress SILENT = new Progress() {
        @Override
        public void done(String what, int done, int of) {}

        @Override
        public boolean interrupted() {
            return false;
        }
    };

    /// So many of so many steps of `what` are done.
    void done(String what, int done, int of);

    /// Whether to stop now with what there is.
    boolean interrupted();
}
