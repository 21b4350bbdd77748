/** Makes dist/sanhao-scorm.zip: the page in one file as a package that learning platforms take (SCORM 1.2). */
import { readFileSync, writeFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import type { Plugin } from "vite";

const PAGE = "sanhao.html";

/** As the specification "SCORM Content Aggregation Model 1.2" wants it. `datafromlms` may hold the fragment of a link. */
const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="sanhao" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="lessons">
    <organization identifier="lessons">
      <title>三好 · Sanhao</title>
      <item identifier="page" identifierref="page-file">
        <title>三好 · Sanhao</title>
        <adlcp:datafromlms></adlcp:datafromlms>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page-file" type="webcontent" adlcp:scormtype="sco" href="${PAGE}">
      <file href="${PAGE}" />
    </resource>
  </resources>
</manifest>
`;

/** By it the page knows that a platform is to be around it (web/App.svelte). */
const MARK = '<meta name="sanhao-platform" content="scorm-1.2" />';

export function scormPackage(): Plugin {
  return {
    name: "scorm-package",
    writeBundle({ dir = "dist" }) {
      const page = readFileSync(`${dir}/${PAGE}`, "utf8").replace("<title>", `${MARK}\n    <title>`);
      const files = { "imsmanifest.xml": strToU8(MANIFEST), [PAGE]: strToU8(page) };
      // One date, so that the same page makes the same package.
      writeFileSync(`${dir}/sanhao-scorm.zip`, zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) }));
    },
  };
}
