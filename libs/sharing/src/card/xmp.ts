/**
 * An XMP packet with a picture's description (IPTC Photo Metadata 2021.1, Alt Text) and, if any, its credit. The texts
 * are escaped: nothing in them ends the packet.
 */
export function toXmp(alt: string, rights = ''): string {
  const words = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt>`;
  return [
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">',
    `<Iptc4xmpCore:AltTextAccessibility>${words(alt)}</Iptc4xmpCore:AltTextAccessibility>`,
    `<dc:description>${words(alt)}</dc:description>`,
    rights ? `<dc:rights>${words(rights)}</dc:rights>` : '',
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
  ].join('');
}

function escape(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
