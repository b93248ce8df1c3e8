import type { AboutText } from "../about";

export const aboutZhHans: AboutText = {
  title: "关于 Footing",
  lead: "Footing 是一个计算器，对象是已公布的、关于人工智能用电、碳排放和用水的数字。它显示这样一个数字靠什么成立，不作评定。",
  sections: {
    what: {
      title: "它做什么",
      paragraphs: [
        "每个说法有一页：数字及其出现的地方、背后的算式、各输入项与出处，以及有出处的输入给出的范围。移动任一输入项，句子、图和算式随之变化；网址会记下你的设定。",
        "这些说法是五篇中文文章及其背后论文里的数字。每篇文章有一页，列出文中全部数字，包括无法计算的。",
      ],
    },
    use: {
      title: "引用与分享",
      paragraphs: [
        "“复制链接”写出的网址带有说法的版本和你的设定。一个版本的数字保持不变。他人改动过的设定会标明是改动者的，图片里也一样。",
      ],
    },
    publish: {
      title: "给媒体编辑部",
      paragraphs: [
        "一个说法可以用三种方式放进文章：嵌入框、内含网址的图片，或放在自己服务器上、不从别处加载任何内容的单个 HTML 文件。每个说法的分享面板里都有。说法的文字、数字和图片可按下面的许可使用；文章与论文属于各自的作者。",
      ],
    },
    contribute: {
      title: "添加说法或更正",
      paragraphs: [
        "一个说法就是一个三种语言的数据文件：`footing new` 起草，`footing check` 指出问题及其位置，不需要写 C++。更正一个数字，需要给出可以读到正确数字的地方。",
      ],
    },
    licence: {
      title: "许可与版本",
      paragraphs: [
        "程序：Apache-2.0。数据与文字：CC BY 4.0，请注明“Footing”以及说法的链接和版本。取自各出处的数值适用原出处的条款，每个数值都写明出处。",
        "本站由引擎 {engine}、方法 {method} 生成。",
      ],
    },
    privacy: {
      title: "隐私：一段话",
      paragraphs: [],
    },
  },
  packages: "页面含有下列软件包的代码：",
  sources: "出处",
  sources_lead: "说法、模型和表格引用的全部出处，以及我们是怎样看到的。",
};
