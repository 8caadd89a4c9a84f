package dev.plumbline.workshop;

/// A question that one key of the design answers.
///
/// @param id its name in files of answers
/// @param path the key that the answer is written behind
/// @param asked the question
/// @param why why it is asked
public record Question(String id, Stage stage, String path, Form form, String asked, String why) {}
