package cn.zhenrong.file;

/// One line of a PDF's text as a reader sees it.
///
/// @param page from 1
/// @param line on that page, from 1
public record PdfLine(int page, int line, String text) {}
