package org.passerelle.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.stereotype.Component;

/** What would make a start vain is found first: a port that is taken or not ours, a data folder without a working database. */
@Component
class StartupChecks implements BeanFactoryPostProcessor, ApplicationContextAware {

    private ApplicationContext context;

    @Override
    public void setApplicationContext(ApplicationContext starting) {
        context = starting;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        checkPort();
        beans.getBeanProvider(EmbeddedDatabase.class).getIfAvailable();
    }

    private void checkPort() {
        int port = context.getEnvironment().getProperty("server.port", Integer.class, 8080);
        if (port <= 0 || !(context instanceof WebServerApplicationContext)) {
            return;
        }
        InetAddress address = context.getEnvironment().getProperty("server.address", InetAddress.class);
        try {
            new ServerSocket(port, 1, address).close();
        } catch (IOException | IllegalArgumentException refused) {
            if (String.valueOf(refused.getMessage()).contains("in use")) {
                throw new PortInUseException(port, refused);
            }
            throw new PortUnusable(port, refused);
        }
    }
}
