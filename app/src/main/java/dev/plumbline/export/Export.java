package dev.plumbline.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Files for one destination, and what became of each requirement.
///
/// @param outcomes in the design's order
public record Export(List<File> files, List<Outcome> outcomes) {
    public Export {
        files = List.copyOf(files);
        outcomes = List.copyOf(outcomes);
    }

    /// What was taken for true, or what an operator has to see to, and for which requirements.
    ///
    /// @param ids of the requirements, in the design's order
    public record Note(String text, List<String> ids) {
        public Note {
            ids = List.copyOf(ids);
        }

        /// In one line: the note, then what it is about.
        public String line() {
            return text + ": " + String.join(", ", ids);
        }
    }

    /// The notes of all requirements, each told once.
    public static List<Note> notes(List<Outcome> outcomes) {
        Map<String, List<String>> byText = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Exported(var requirement, List<String> notes)) {
                notes.forEach(note ->
                        byText.computeIfAbsent(note, _ -> new ArrayList<>()).add(requirement.id()));
            }
        }
        return byText.entrySet().stream()
                .map(note -> new Note(note.getKey(), note.getValue()))
                .toList();
    }

    /// @param name without a folder
    /// @param what what it holds, in a few words
    public record File(String name, String what, String text) {}
}
