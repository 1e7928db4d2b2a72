<?php
/** As much of WordPress as the plugin calls, to render posts without a database. */
[, $plugin, $story] = $argv;
const ABSPATH = '/', DAY_IN_SECONDS = 86400, MINUTE_IN_SECONDS = 60;
define('KEY_POINTS_ENDPOINT', getenv('KEY_POINTS_ENDPOINT'));
define('KEY_POINTS_KEY', getenv('KEY_POINTS_KEY'));
$filters = $actions = $shortcodes = $kept = [];
$single = true;
$down = false;
$style = '';
function add_filter($name, $call, $at = 10) { $GLOBALS['filters'][$name][$at][] = $call; }
function add_action($name, $call) { $GLOBALS['actions'][$name][] = $call; }
function add_shortcode($name, $call) { $GLOBALS['shortcodes'][$name] = $call; }
function is_singular($type) { return $GLOBALS['single'] && $type === 'post'; }
function in_the_loop() { return true; }
function is_main_query() { return true; }
function get_post() { return (object) ['ID' => 1]; }
function get_permalink($post) { return 'https://news.example/pier'; }
function get_the_title($post) { return 'Pier shut'; }
function esc_html($text) { return htmlspecialchars($text, ENT_QUOTES); }
function get_transient($name) { return $GLOBALS['kept'][$name] ?? false; }
function set_transient($name, $value, $seconds) { strlen($name) <= 172 or exit('the name is too long'); $GLOBALS['kept'][$name] = $value; }
function add_query_arg($query, $url) { return $url . '?' . implode('&', array_map(fn ($k) => "$k=$query[$k]", array_keys($query))); }
function is_wp_error($answer) { return $answer === null; }
function wp_remote_retrieve_response_code($answer) { return $answer['status']; }
function wp_remote_retrieve_body($answer) { return $answer['body']; }
function wp_enqueue_style($name, $address) { $GLOBALS['style'] = $address; }
function wp_remote_post($url, $a)
{
    if ($GLOBALS['down']) {
        return null;
    }
    $headers = array_map(fn ($name) => "$name: {$a['headers'][$name]}", array_keys($a['headers']));
    $body = file_get_contents($url, false, stream_context_create(['http' => ['method' => 'POST', 'header' => $headers, 'content' => $a['body'], 'timeout' => $a['timeout'], 'ignore_errors' => true]]));
    return ['status' => (int) explode(' ', $http_response_header[0])[1], 'body' => $body];
}
/** The filters in their order, shortcodes at 11 as in WordPress. */
function shown($content)
{
    add_filter('the_content', fn ($c) => preg_replace_callback('/\[(\w+)\]/', fn ($m) => isset($GLOBALS['shortcodes'][$m[1]]) ? $GLOBALS['shortcodes'][$m[1]]() : $m[0], $c), 11);
    ksort($GLOBALS['filters']['the_content']);
    foreach ($GLOBALS['filters']['the_content'] as $calls) {
        foreach ($calls as $call) {
            $content = $call($content);
        }
    }
    return $content;
}
require $plugin;
$all = [shown($story), shown($story), shown('<p>First.</p>[key_points]' . $story)];
$single = false;
$all[] = shown($story);
[$single, $down] = [true, true];
$all[] = shown($story . '<p>More.</p>');
foreach ($actions['wp_enqueue_scripts'] as $call) {
    $call();
}
$all[] = $style;
echo json_encode($all);
