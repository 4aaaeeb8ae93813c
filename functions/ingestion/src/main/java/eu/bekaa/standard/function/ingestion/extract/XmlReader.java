package eu.bekaa.standard.function.ingestion.extract;

import eu.bekaa.standard.knowledge.text.UnreadableDocument;
import eu.bekaa.standard.knowledge.text.UnreadableDocument.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One XML part, read forward. A document type declaration, with which every entity attack begins, is refused at
/// sight.
final class XmlReader implements Closeable {
    private static final int DEPTH = 2_000;
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader xml;
    private final Deadline deadline;
    private int event;
    private int depth;

    XmlReader(InputStream in, Deadline deadline) throws UnreadableDocument {
        this.in = in;
        this.deadline = deadline;
        try {
            this.xml = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException notXml) {
            throw damaged(notXml);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    /// Goes on to the next event; false at the end.
    boolean next() throws IOException, UnreadableDocument {
        deadline.check();
        try {
            if (!xml.hasNext()) {
                return false;
            }
            event = xml.next();
        } catch (XMLStreamException broken) {
            if (broken.getNestedException() instanceof IOException cause) {
                throw cause;
            }
            throw damaged(broken);
        }
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new UnreadableDocument(Reason.FILE_UNSAFE);
        }
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        if (depth > DEPTH) {
            throw new UnreadableDocument(Reason.FILE_UNSAFE);
        }
        return true;
    }

    boolean starts(String element) {
        return event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(element);
    }

    boolean isStart() {
        return event == XMLStreamConstants.START_ELEMENT;
    }

    boolean isEnd() {
        return event == XMLStreamConstants.END_ELEMENT;
    }

    boolean isText() {
        return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
    }

    String name() {
        return xml.getLocalName();
    }

    String text() {
        return xml.getText();
    }

    /// The attribute's value in whatever namespace, empty when there is none.
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /// The value of an attribute that is qualified by a namespace ending so; `r:id` beside a plain `id`.
    String attribute(String namespaceEnd, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            var namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals(name) && namespace != null && namespace.endsWith(namespaceEnd)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /// Passes over everything up to the end of the element that has just begun.
    void skip() throws IOException, UnreadableDocument {
        int outside = depth - 1;
        while (depth > outside && next()) {
            deadline.check();
        }
    }

    private static UnreadableDocument damaged(XMLStreamException cause) {
        var unreadable = new UnreadableDocument(Reason.FILE_DAMAGED);
        unreadable.initCause(cause);
        return unreadable;
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException closed) {
            throw new IOException(closed);
        } finally {
            in.close();
        }
    }
}
