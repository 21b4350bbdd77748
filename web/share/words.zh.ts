/** 分享对话框的中文文字。 */
import type { ShareWords } from "./words.en";

export const shareZh: ShareWords = {
  title: "分享这个实验",
  lead: "链接里装着整个实验：数据、模型、设置，还有你正在看的图。不经过任何服务器。",
  leadKept: "链接里装着整个实验：数据、模型、设置、你正在看的图，还有仍然保密的规则。不经过任何服务器。",
  present: "打开时就投影（放大，给全班看）",
  lesson: "打开时就开始正在看的课程（用课程自己的实验）",
  making: "正在生成链接……",
  copied: "链接已复制。打开它就能看到这个实验。",
  copiedHere: "链接已复制。网页是电脑上的文件，所以链接只能在这台电脑上打开。",
  handOut: "给别人时，请把网页文件和保存的实验一起给；对方也可以把链接粘贴到网页里。",
  byHand: "浏览器不允许网页复制。链接已经选中，请按 Ctrl+C（或 ⌘C）复制。",
  field: "链接",
  copy: "复制链接",
  save: "保存为文件",
  tooLong: (kilobytes) =>
    `学生太多，链接会有 ${kilobytes} kB，聊天软件和邮件装不下。请把实验保存为文件：用“打开”读入，或者拖到网页上。`,
  failed: "这个浏览器生成不了链接。请把实验保存为文件。",
  qr: "二维码",
  qrLong: "链接的二维码",
  qrTooLong: (letters, limit) => `链接有 ${letters} 个字符，手机能扫的二维码最多 ${limit} 个。学生少一些，链接就短了。`,
  embed: "放进别的网页",
  embedLong: "把这段代码贴到能放 HTML 的地方，比如学习平台的页面里。",
  offline: "教室里没有网？整个网页可以存成一个文件，双击就能用。",
  saveOffline: "下载离线版",
  platform: "用学习平台（如 Moodle）？导入课程包（SCORM 1.2），课程进度会上报给平台。",
  savePlatform: "下载课程包",
  notDownloaded: "文件没能下载，请检查网络，再按一次。",
  fileName: "三好实验.json",
};
