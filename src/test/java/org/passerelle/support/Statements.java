package org.passerelle.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The SQL statements that a piece of work sends, whoever sends them: JdbcClient, JPA and the engine alike. A batch
 * counts once. Only what the calling thread sends is counted. Use:
 * <pre>{@code
 * assertThat(Statements.during(() -> inbox.page(filter, 0, 50))).hasSizeLessThanOrEqualTo(3);
 * }</pre>
 */
public final class Statements {

    private static final ThreadLocal<List<String>> RECORDED = new ThreadLocal<>();
    private static final ThreadLocal<Watcher> WATCHER = new ThreadLocal<>();
    private static volatile Watcher everywhere;

    /** Stands beside the work of one thread, and may break it off: what it throws reaches the sender. */
    public interface Watcher {

        String COMMIT = "commit";

        /** @param sql about to be sent: its text, {@code batch}, or {@link #COMMIT} */
        void before(String sql) throws SQLException;

        default void after(String sql) throws SQLException {
        }
    }

    private Statements() {
    }

    /** @return the statements in the order they were sent; a failed assertion on them shows their text */
    public static List<String> during(Runnable work) {
        List<String> sent = new ArrayList<>();
        RECORDED.set(sent);
        try {
            work.run();
        } finally {
            RECORDED.remove();
        }
        return sent;
    }

    /** Does the work with that watcher told of each statement and of the commit. */
    public static void watchedBy(Watcher watcher, Runnable work) {
        WATCHER.set(watcher);
        try {
            work.run();
        } finally {
            WATCHER.remove();
        }
    }

    /** The same for all threads, and until the process ends: for a product that is to be killed. */
    public static void watchEverywhere(Watcher watcher) {
        everywhere = watcher;
    }

    private static Watcher watcher() {
        Watcher own = WATCHER.get();
        return own == null ? everywhere : own;
    }

    /** Puts the counter between the product and its pool. */
    public static class Counter implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource pool ? new Counted(pool) : bean;
        }
    }

    private static class Counted extends DelegatingDataSource {

        Counted(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return counted(super.getConnection());
        }

        private static Connection counted(Connection connection) {
            return proxy(Connection.class, connection, null, (method, args, answer) -> switch (answer) {
                case CallableStatement call -> counted(CallableStatement.class, call, (String) args[0]);
                case PreparedStatement prepared -> counted(PreparedStatement.class, prepared, (String) args[0]);
                case Statement plain -> counted(Statement.class, plain, null);
                case null, default -> answer;
            });
        }

        private static <S extends Statement> S counted(Class<S> type, Statement statement, String sql) {
            return proxy(type, type.cast(statement), sql == null ? "batch" : sql, (method, args, answer) -> {
                List<String> sent = RECORDED.get();
                if (sent != null && method.startsWith("execute")) {
                    sent.add(sql != null ? sql : args == null ? "batch" : (String) args[0]);
                }
                return answer;
            });
        }

        /** @param sql of a statement, or null for the connection */
        private static <T> T proxy(Class<T> type, T target, String sql, Answered answered) {
            return type.cast(Proxy.newProxyInstance(Statements.class.getClassLoader(), new Class<?>[] {type},
                    (self, method, args) -> {
                        Watcher watcher = watcher();
                        String sent = watcher == null ? null : sent(method.getName(), sql, args);
                        if (sent != null) {
                            watcher.before(sent);
                        }
                        try {
                            Object answer = answered.apply(method.getName(), args, method.invoke(target, args));
                            if (sent != null) {
                                watcher.after(sent);
                            }
                            return answer;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        /** What that call sends to the database, or null when it sends nothing of note. */
        private static String sent(String method, String sql, Object[] args) {
            if (sql == null) {
                return method.equals("commit") ? Watcher.COMMIT : null;
            }
            if (!method.startsWith("execute")) {
                return null;
            }
            return args != null && args.length > 0 && args[0] instanceof String text ? text : sql;
        }

        private interface Answered {
            Object apply(String method, Object[] args, Object answer);
        }
    }
}
