package dev.goodgate.logs.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/// A DuckDB in this process with the files of `docs/sql/duckdb`. It never asks the internet.
final class DuckDb implements AutoCloseable {
    private static final Path PACK = Path.of("../docs/sql/duckdb");

    private final Connection connection;

    DuckDb() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        connection = DriverManager.getConnection("jdbc:duckdb:", settings);
    }

    /// The files there are, without their ending.
    static Set<String> files() throws IOException {
        Set<String> names = new TreeSet<>();
        try (var files = Files.newDirectoryStream(PACK, "*.sql")) {
            for (Path file : files) {
                names.add(String.valueOf(file.getFileName()).replace(".sql", ""));
            }
        }
        return names;
    }

    /// Runs what stands in those files.
    DuckDb load(String... names) throws SQLException, IOException {
        for (String name : names) run(text(name));
        return this;
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The rows that the query in that file yields.
    List<String> file(String name) throws SQLException, IOException {
        String query = text(name).strip();
        return rows(query.substring(0, query.length() - 1));
    }

    /// The rows of a query, each as text with bars between its values.
    List<String> rows(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        String words = "SELECT COLUMNS(*)::VARCHAR FROM (\n" + query + ")";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(words)) {
            while (result.next()) rows.add(row(result));
        }
        return rows;
    }

    private static String row(ResultSet result) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            String value = result.getString(i);
            values.add(value == null ? "-" : value);
        }
        return String.join(" | ", values);
    }

    private static String text(String name) throws IOException {
        return Files.readString(PACK.resolve(name + ".sql"));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
