const D = JSON.parse(document.getElementById("data").textContent);
const WORDS = {
skip: ["跳到问题列表", "Skip to the findings"], print: ["打印", "Print"],
light: ["浅色", "Light"], dark: ["深色", "Dark"], auto: ["自动", "Auto"],
verdict: ["结论", "Verdict"], time: ["随时间的变化", "Over time"], rules: ["按规则", "By rule"],
who: ["按坐席、队列、渠道", "By agent, queue and channel"], hours: ["按时段（一天内）", "By hour of the day"],
compare: ["任意两部分对比", "Compare any two"], waits: ["响应与办结时间", "Answer and resolution times"],
moods: ["客户情绪", "Customers' mood"], cases: ["典型会话", "Conversations"],
findings: ["全部问题", "All findings"], troubles: ["未能读取或检查", "Not read or not checked"],
notes: ["如何阅读本页", "How to read this page"],
nav_time: ["时间", "Time"], nav_rules: ["规则", "Rules"], nav_who: ["坐席", "Agents"],
nav_hours: ["时段", "Hours"], nav_compare: ["对比", "Compare"], nav_waits: ["响应", "Waits"],
nav_moods: ["情绪", "Mood"], nav_cases: ["会话", "Cases"], nav_findings: ["列表", "Findings"],
title: ["客服会话审计", "Audit of conversations"],
lead_bad: ["每 100 条回复中约有 {0} 条需要修改", "About {0} of 100 replies need another wording"],
lead_fine: ["没有发现需要修改的回复", "No reply needs another wording"],
lead_none: ["没有可检查的客服回复", "There are no replies to check"],
sub: ["共检查 {0} 个会话、{1} 条消息，其中客服回复 {2} 条。", "Looked at {0} conversations with {1} messages, {2} of them replies."],
top: ["最常见：{0}（{1}）", "Most frequent: {0} ({1})"],
worst: ["最严重：{0}（{1}）", "Most severe: {0} ({1})"],
score: ["合格率", "Score"], score_of: ["{0} / {1} 条回复无须修改", "{0} of {1} replies without fault"],
clean: ["合格会话", "Clean conversations"], clean_of: ["{0} / {1} 个会话", "{0} of {1} conversations"],
error: ["错误", "Errors"], warning: ["警告", "Warnings"], info: ["提示", "Notes"],
error1: ["错误", "error"], warning1: ["警告", "warning"], info1: ["提示", "note"],
open: ["客户最后发言", "Customer had the last word"], interval: ["95% 区间 {0}", "95% interval {0}"],
rule: ["规则", "Rule"], topic: ["主题", "Topic"], severity: ["级别", "Severity"], count: ["问题数", "Findings"],
share: ["占比", "Share"], of: ["分母", "Of"], range: ["占比与 95% 区间", "Share, 95% interval"],
agent: ["坐席", "Agent"], queue: ["队列", "Queue"], channel: ["渠道", "Channel"], replies: ["回复", "Replies"],
conversations: ["会话", "Conversations"], replies1: ["条回复", "replies"], conversations1: ["个会话", "conversations"], per: ["每 100 条回复 {0} 个", "{0} in 100 replies"], flagged: ["有问题", "Flagged"], goodrange: ["合格率与 95% 区间", "Score, 95% interval"],
hour: ["时", "Hour"], period: ["时段", "Period"], unknown: ["（未知）", "(unknown)"], data: ["数据表", "As a table"],
day: ["日", "Day"], week: ["周", "Week"], month: ["月", "Month"],
flagshare: ["有问题的回复占比（带 95% 区间）", "Share of flagged replies, with 95% interval"],
persev: ["问题数（按级别）", "Findings by severity"],
small: ["灰色：不足 30，不宜比较", "Grey: fewer than 30, do not compare"],
mean: ["虚线：总体 {0}", "Dashed: overall {0}"],
diff: ["差（B − A）", "Difference (B − A)"], sure: ["差异可信", "More than chance"], unsure: ["可能是偶然", "May be chance"],
all: ["全部", "All"], everything: ["总体", "Overall"],
first_wait: ["首次响应", "First answer"], longest_wait: ["最长等待", "Longest wait"], length: ["会话时长", "Length"],
within: ["{0} 未超过限值 {1}（{2} / {3}）", "{0} within {1} (the limit), {2} of {3}"],
beyond: ["更久", "longer"], notimes: ["会话没有时间，无法计算。", "The conversations have no times."],
sec: ["{0} 秒", "{0} s"], min: ["{0} 分钟", "{0} min"], hr: ["{0} 小时", "{0} h"],
course: ["会话进程中的平均情绪（−3 愤怒 … 3 满意）", "Mean mood in the course of conversations (−3 furious … 3 delighted)"],
turned: ["情绪的走向：首句与末句相比", "Where moods went: last words against first"],
worse: ["变差", "worse"], same: ["不变", "same"], better: ["变好", "better"],
nomoods: ["没有可判断情绪的客户消息。", "No customer message tells a mood."],
begin: ["开始", "begin"], end: ["结束", "end"],
bad: ["最差", "Worst"], best: ["最好", "Best"], nocases: ["没有。", "None."],
customer: ["客户", "Customer"], bot: ["机器人", "Bot"], system: ["系统", "System"],
plan: ["建议回复", "Proposed reply"], mood: ["情绪 {0}", "mood {0}"], whole: ["整个会话", "Whole conversation"],
leftout: ["另有 {0} 条消息未显示", "{0} more messages are not shown"],
masked: ["个人信息已遮盖。", "Personal data is masked."],
search: ["搜索", "Search"], from: ["从", "From"], to: ["到", "To"], reset: ["清除筛选", "Clear filters"],
shown: ["显示 {0} / {1} 个问题", "{0} of {1} findings"],
cut: ["（共 {0} 个，此页收录其中 {1} 个：先取最严重的，其余随机）", " (of {0}; the page holds {1}: the most severe, the rest by lot)"],
when: ["时间", "Time"], text: ["内容", "Words"], case: ["会话", "Conversation"], before: ["此前", "Before"],
nothing: ["没有符合条件的问题。", "Nothing matches."], pick: ["选择一行查看详情（上下方向键）。", "Pick a line for details (arrow keys)."],
unread: ["无法读取 {0} 处", "{0} rows could not be read"], incomplete: ["未检查完 {0} 个会话", "{0} conversations were not checked"],
none: ["全部读取并检查完毕。", "Everything was read and checked."],
n1: ["“回复”是客服与机器人的消息；级别达到不通过级（{0}）的问题使该回复算作“有问题”。", "Replies are what agents and bots wrote; one is flagged when a finding of a failing severity ({0}) stands in it."],
n2: ["合格率 = 没有问题的回复 / 全部回复。区间为 Wilson 95% 区间：样本越少越宽。", "Score = replies without fault / all replies. Intervals are Wilson's at 95%: the fewer, the wider."],
n3: ["少于 30 的分组显示为灰色。关于整个会话的规则以会话数为分母。", "Groups below 30 are grey. Rules about whole conversations are counted over conversations."],
n4: ["坐席名称默认为化名；正文中的个人信息已遮盖。本页不联网。", "Agents have other names unless asked otherwise; personal data in texts is masked. The page uses no network."],
n5: ["结论由规则得出，供人工复核，不应单独作为考核依据。", "Rules made these findings; people should review them before anyone is judged by them."],
};
let lang = D.lang === "zh" ? 0 : 1;
function t(key, ...values) {
  const words = WORDS[key] ? WORDS[key][lang] : key;
  return words.replace(/\{(\d)\}/g, (_, n) => values[n]);
}
const LEVELS = ["error", "warning", "info"], MARKS = ["e", "w", "i"];
function num(n) { return n.toLocaleString("en-US"); }
function pct(x) {
  if (x === 0 || x === 1) return `${x * 100}%`;
  return `${(x * 100).toFixed(x < 0.001 ? 2 : 1)}%`;
}
function topicName(name) { return D.topics[name] ? D.topics[name][lang] : name; }
function ruleSays(rule) { return rule[7 + lang] || topicName(rule[1]); }
function named(name) { return name === null || name === "" ? t("unknown") : name; }
function span(seconds) {
  if (seconds < 60) return t("sec", seconds);
  return seconds < 3600 ? t("min", seconds / 60) : t("hr", seconds / 3600);
}
