// The text that PDFium, the reader of Chrome and Edge, finds in a PDF. usage: node pdfium.cjs FILE.pdf
// Needs the npm package @hyzyla/pdfium where NODE_PATH says; ends with 77 when it is not there.
const fs = require('fs');

let pdfium;
try {
  pdfium = require('@hyzyla/pdfium');
} catch (error) {
  process.exit(77);
}

async function main(path) {
  const library = await pdfium.PDFiumLibrary.init();
  const document = await library.loadDocument(fs.readFileSync(path));
  for (const page of document.pages()) {
    process.stdout.write(page.getText() + '\n');
  }
  document.destroy();
  library.destroy();
}

main(process.argv[2]).catch((error) => {
  console.error(error);
  process.exit(1);
});
