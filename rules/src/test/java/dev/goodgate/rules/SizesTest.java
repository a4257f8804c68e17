package dev.goodgate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How big things may grow: a file 300 lines, a method 40, five parameters, nesting of three. What
/// is larger is split by meaning.
final class SizesTest {
    private static final int FILE_LINES = 300;
    private static final int METHOD_LINES = 40;
    private static final int PARAMETERS = 5;
    private static final int NESTING = 3;

    /// What was larger when the rule came, with its size then: it may shrink, and grow by a tenth.
    /// `-Dgolden=write` writes it anew.
    private static final Path LEDGER = Path.of("src/test/resources/dev/goodgate/rules/larger.txt");

    @Test
    void everything_fits_on_a_page() throws IOException {
        List<Path> sources = Repository.files(".java");
        assertThat(sources).hasSizeGreaterThan(20);
        Map<String, Integer> found = tooBig(sources);
        if (System.getProperty("golden", "").equals("write")) write(found);
        Map<String, Integer> known = known();
        List<String> larger = new ArrayList<>();
        found.forEach((what, size) -> {
            if (size * 10 > known.getOrDefault(what, 0) * 11) larger.add(what + " " + size);
        });
        assertThat(larger).as("split these by meaning").isEmpty();
    }

    private static Map<String, Integer> known() throws IOException {
        Map<String, Integer> known = new TreeMap<>();
        for (String line : Files.readAllLines(LEDGER)) {
            int space = line.lastIndexOf(' ');
            known.put(line.substring(0, space), Integer.parseInt(line.substring(space + 1)));
        }
        return known;
    }

    private static void write(Map<String, Integer> found) throws IOException {
        List<String> lines = new ArrayList<>();
        found.forEach((what, size) -> lines.add(what + " " + size));
        Files.createDirectories(LEDGER.getParent());
        Files.write(LEDGER, lines);
    }

    private static Map<String, Integer> tooBig(List<Path> sources) throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Measure(unit, positions, found).scan(unit, null);
            }
        }
        return found;
    }

    /// Walks one file.
    private static final class Measure extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Map<String, Integer> found;
        private String method = "";
        private int depth;

        Measure(CompilationUnitTree unit, SourcePositions positions, Map<String, Integer> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public @Nullable Void visitCompilationUnit(
                CompilationUnitTree tree, @Nullable Void nothing) {
            long lines = tree.getLineMap().getLineNumber(positions.getEndPosition(unit, tree));
            note("lines of the file", lines, FILE_LINES);
            return super.visitCompilationUnit(tree, null);
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            int outer = depth;
            depth = 0;
            super.visitClass(tree, null);
            depth = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
            LineMap map = unit.getLineMap();
            BlockTree body = tree.getBody();
            if (body == null) return null;
            long first = map.getLineNumber(positions.getStartPosition(unit, body));
            long last = map.getLineNumber(positions.getEndPosition(unit, body));
            method = tree.getName().toString();
            note("lines of " + method, last - first + 1, METHOD_LINES);
            if (!method.equals("<init>")) {
                note("parameters of " + method, tree.getParameters().size(), PARAMETERS);
            }
            depth = 0;
            return super.visitMethod(tree, null);
        }

        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
            if (tree == null || !nests(tree)) return super.scan(tree, null);
            depth++;
            note("nesting in " + method, depth, NESTING);
            super.scan(tree, null);
            depth--;
            return null;
        }

        /// An `else if` continues its `if` instead of nesting in it.
        @Override
        public @Nullable Void visitIf(IfTree tree, @Nullable Void nothing) {
            scan(tree.getCondition(), null);
            scan(tree.getThenStatement(), null);
            StatementTree otherwise = tree.getElseStatement();
            if (otherwise instanceof IfTree chained) return visitIf(chained, null);
            return scan(otherwise, null);
        }

        private static boolean nests(Tree tree) {
            return switch (tree) {
                case IfTree _, ForLoopTree _, EnhancedForLoopTree _, WhileLoopTree _ -> true;
                case DoWhileLoopTree _, SwitchTree _, SwitchExpressionTree _ -> true;
                case TryTree _, SynchronizedTree _ -> true;
                case LambdaExpressionTree lambda ->
                        lambda.getBodyKind() == LambdaExpressionTree.BodyKind.STATEMENT;
                default -> false;
            };
        }

        private void note(String what, long size, int limit) {
            if (size <= limit) return;
            String file = Repository.name(Path.of(unit.getSourceFile().toUri()));
            found.merge(file + ": " + what, (int) size, Math::max);
        }
    }
}
